import ArgumentParser
import Domain
import Services

/// `oblik user add`: makes an account.
struct AddUser: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make an account; the password is asked for, or read from standard input.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The name to log in with.") var login: String
    @Option(name: .long, help: "viewer, operator, manager, admin, or customer.") var role: Role = .operator_
    @Option(name: .long, help: "The full name; the login unless given.") var name: String?
    @Option(name: .long, help: ArgumentHelp("The customer who is to log in.", valueName: "number")) var customer: Int64?
    @Flag(name: .long, help: "Tell the account as JSON.") var json = false

    func run() async throws {
        let new = try NewAccount(
            login: login, name: name ?? login, role: customer == nil ? role : .customer,
            password: try PasswordPrompt.newPassword(), user: customer.map { Identifier($0) })
        let account = try await ServiceProgram.run(options) { desk in
            try await desk.services.accounts.create(new, as: desk.principal)
        }
        AccountReport.tell(account, json: json)
    }
}

extension Role: ExpressibleByArgument {}

import ArgumentParser
import Domain
import Services

/// `oblik user passwd`: gives an account a new password.
struct ChangePassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passwd", abstract: "Give an account a new password; its sessions and tokens end.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The name to log in with.") var login: String
    @Flag(name: .long, help: "Tell the account as JSON.") var json = false

    func run() async throws {
        let password = try PasswordPrompt.newPassword()
        let account = try await ServiceProgram.run(options) { desk in
            let user = try await desk.account(login).user
            return try await desk.services.accounts.resetPassword(of: user, to: password, as: desk.principal)
        }
        AccountReport.tell(account, json: json)
    }
}

/// `oblik user role`: gives an account another role.
struct ChangeRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Give an account another role, from its next request on.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The name to log in with.") var login: String
    @Argument(help: "viewer, operator, manager, admin, or customer.") var role: Role
    @Flag(name: .long, help: "Tell the account as JSON.") var json = false

    func run() async throws {
        let account = try await ServiceProgram.run(options) { desk in
            let user = try await desk.account(login).user
            return try await desk.services.accounts.setRole(role, of: user, as: desk.principal)
        }
        AccountReport.tell(account, json: json)
    }
}

/// `oblik user disable`: keeps an account from logging in.
struct DisableUser: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Keep an account from logging in; its sessions end at once.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The name to log in with.") var login: String
    @Flag(name: .long, help: "Tell the account as JSON.") var json = false

    func run() async throws {
        let account = try await ServiceProgram.run(options) { desk in
            try await desk.services.accounts.disable(try await desk.account(login).user, as: desk.principal)
        }
        AccountReport.tell(account, json: json)
    }
}

/// `oblik user enable`: lets a disabled account log in again.
struct EnableUser: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let a disabled account log in again.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The name to log in with.") var login: String
    @Flag(name: .long, help: "Tell the account as JSON.") var json = false

    func run() async throws {
        let account = try await ServiceProgram.run(options) { desk in
            try await desk.services.accounts.enable(try await desk.account(login).user, as: desk.principal)
        }
        AccountReport.tell(account, json: json)
    }
}

import ArgumentParser
import Domain
import Services

/// `oblik user list`: who can log in.
struct ListUsers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List those who can log in.")
    @OptionGroup var options: GlobalOptions
    @Flag(name: .long, help: "Tell the accounts as a JSON array.") var json = false

    func run() async throws {
        let accounts = try await ServiceProgram.run(options) { desk in
            var request = AccountListRequest(filter: AccountFilter(), sort: .id, isDescending: false, limit: 200)
            var accounts: [Domain.Account] = []
            while true {
                let page = try await desk.services.accounts.list(request, as: desk.principal)
                accounts += page.items
                guard let next = page.next, accounts.count < Self.maximum else { return accounts }
                request.position = .after(next)
            }
        }
        if json { return AccountReport.tellAsJSON(accounts) }
        for account in accounts { AccountReport.tell(account, json: false) }
        if accounts.count >= Self.maximum { Console.complain("There are more; these are the first.") }
    }

    private static let maximum = 10_000
}

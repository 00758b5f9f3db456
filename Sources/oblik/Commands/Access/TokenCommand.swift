import ArgumentParser
import Domain
import Services

/// `oblik token`: keys with which programs act for people.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens: keys with which programs act for people.",
        subcommands: [CreateToken.self, ListTokens.self, RevokeToken.self])
}

/// `oblik token create`: makes a token.
struct CreateToken: AsyncParsableCommand {
    private static let scopeHelp = "read, write, accounts, or names of operations, parted by blanks."

    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a token; it is printed this once, alone on standard output.")
    @OptionGroup var options: GlobalOptions
    @Option(name: .long, help: ArgumentHelp("Whose token it is.", valueName: "login")) var user: String
    @Option(name: .long, help: "What it is for.") var name: String
    @Option(name: .long, help: ArgumentHelp(Self.scopeHelp)) var scope: String
    @Option(name: .long, help: "How many days it lives, 1 to 366.") var days = 90
    @Flag(name: .long, help: "Tell the token as JSON.") var json = false

    func run() async throws {
        let new = try NewAccessToken(name: name, scope: scope, days: days)
        let (token, text) = try await ServiceProgram.run(options) { desk in
            let owner = try await desk.account(user)
            return try await desk.services.auth.createToken(new, for: owner.user, as: desk.principal)
        }
        AccountReport.tell(token, text: text, json: json)
    }
}

/// `oblik token list`: the tokens of a person.
struct ListTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tokens of a person.")
    @OptionGroup var options: GlobalOptions
    @Option(name: .long, help: ArgumentHelp("Whose tokens.", valueName: "login")) var user: String
    @Flag(name: .long, help: "Tell the tokens as a JSON array.") var json = false

    func run() async throws {
        let tokens = try await ServiceProgram.run(options) { desk in
            try await desk.services.auth.tokens(of: try await desk.account(user).user, as: desk.principal)
        }
        AccountReport.tell(tokens, json: json)
    }
}

/// `oblik token revoke`: ends a token.
struct RevokeToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revoke a token; the next request with it is refused.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The number of the token, as `oblik token list` tells it.") var id: Int64

    func run() async throws {
        try await ServiceProgram.run(options) { desk in
            try await desk.services.auth.revokeToken(Identifier(id), as: desk.principal)
        }
        Console.complain("Token \(id) is revoked.")
    }
}

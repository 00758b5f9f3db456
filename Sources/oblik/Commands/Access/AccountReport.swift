import Domain
import JSON

/// How commands tell of accounts and tokens.
enum AccountReport {
    /// A line, or a JSON object.
    static func tell(_ account: Domain.Account, json: Bool) {
        Console.print(json ? text { write(account, to: &$0) } : line(account))
    }

    /// A JSON array.
    static func tellAsJSON(_ accounts: [Domain.Account]) {
        Console.print(
            text { writer in
                writer.array { writer in
                    for account in accounts { write(account, to: &writer) }
                }
            })
    }

    /// A line for each, or a JSON array.
    static func tell(_ tokens: [AccessToken], json: Bool) {
        if json {
            return Console.print(
                text { writer in
                    writer.array { writer in
                        for token in tokens { write(token, to: &writer) }
                    }
                })
        }
        for token in tokens {
            let scopes = token.scopes.texts.joined(separator: " ")
            Console.print("\(token.id)  \(token.name)  (\(scopes))  until \(token.expiresAt)")
        }
    }

    /// A new token: its text alone, so that it can be put where it is needed, or a JSON object.
    static func tell(_ token: AccessToken, text secret: String, json: Bool) {
        Console.print(json ? text { write(token, secret, to: &$0) } : secret)
    }

    private static func line(_ account: Domain.Account) -> String {
        var states: [String] = []
        if !account.hasPassword { states.append("no password") }
        if account.disabledAt != nil { states.append("disabled") }
        if account.archivedAt != nil { states.append("archived") }
        let state = states.isEmpty ? "" : "  [\(states.joined(separator: ", "))]"
        return "\(account.login)  \(account.role.rawValue)  \(account.name)\(state)"
    }

    private static func text(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func write(_ account: Domain.Account, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", account.user.value)
            writer.field("login", account.login)
            writer.field("name", account.name)
            writer.field("role", account.role.rawValue)
            writer.field("hasPassword", account.hasPassword)
            writer.field("disabledAt", account.disabledAt?.description)
            writer.field("archivedAt", account.archivedAt?.description)
        }
    }

    private static func write(_ token: AccessToken, _ secret: String? = nil, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", token.id.value)
            writer.field("name", token.name)
            writer.field("scope", token.scopes.texts.joined(separator: " "))
            if let secret { writer.field("token", secret) }
            writer.field("expiresAt", token.expiresAt.description)
            writer.field("lastUsedAt", token.lastUsedAt?.description)
        }
    }
}

import Domain
import JSON
import Services

/// Who asks, with what they may do.
enum WhoAsks {
    static let shape = Shape(
        "Me",
        Account.shape.fields + [
            .required(
                "credential", .choice(["session", "token", "machine"]), "By what: a login, a token, or sitting at it.",
                example: "session"),
            .nullable("credentialId", .id, "The number of the session or token.", example: 8),
            .nullable("scope", .text, "What the token may be used for, parted by blanks.", example: nil),
            .required(
                "permissions",
                .object(
                    Shape(
                        "Permissions",
                        OperationID.allCases.map {
                            .optional($0.rawValue, .choice(["own", "all"]), "How far it is permitted.")
                        })), "What may be done, with one's own or with all; what is missing may not.",
                example: ["listOrders": "all", "cancelOrder": "own"]),
        ])

    static func write(_ account: Account, _ principal: Principal, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.fields(of: account, Account.members)
            let credential: (kind: String, id: Int64?, scope: String?) =
                switch principal.credential {
                case .session(let id): ("session", id.value, nil)
                case .token(let id, let scopes): ("token", id.value, scopes.texts.joined(separator: " "))
                case .machine, .nothing: ("machine", nil, nil)
                }
            writer.field("credential", credential.kind)
            writer.field("credentialId", credential.id)
            writer.field("scope", credential.scope)
            writer.key("permissions")
            writer.object { writer in
                for operation in OperationID.allCases {
                    let reach = principal.reach(in: operation)
                    if reach != .none { writer.field(operation.rawValue, reach.rawValue) }
                }
            }
        }
    }
}

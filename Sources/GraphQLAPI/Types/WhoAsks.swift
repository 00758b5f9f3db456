import Domain
import GraphQL
import Services

/// Who asks, with what they may do.
struct WhoAsks: GraphQLObject {
    let account: Account
    let principal: Principal

    private var credential: CredentialKind { CredentialKind(principal.credential) }

    private var credentialID: GraphQLID? {
        switch principal.credential {
        case .session(let id): GraphQLID(id.value)
        case .token(let id, _): GraphQLID(id.value)
        case .machine, .nothing: nil
        }
    }

    private var scopes: [String]? {
        if case .token(_, let scopes) = principal.credential { return scopes.texts }
        return nil
    }

    private var permissions: [GrantedPermission] {
        OperationID.allCases.map { GrantedPermission(operation: $0.rawValue, reach: principal.reach(in: $0)) }
    }

    static let graphQL = ObjectDefinition<WhoAsks, Caller>("Me", "Who asks, by what, and what they may do.") {
        Field("account", \.account)
        Field("credential", \.credential)
        Field("credentialId", \.credentialID, "The number of the session or token.")
        Field("scopes", \.scopes, "What the token may be used for; null where there is none.")
        Field("permissions", \.permissions, "How far each operation goes.")
    }
}

/// By what somebody has shown who they are, as clients are told.
enum CredentialKind: GraphQLEnum {
    case session, token, machine

    init(_ credential: Credential) {
        self =
            switch credential {
            case .session: .session
            case .token: .token
            case .machine, .nothing: .machine
            }
    }

    static let graphQL = EnumDefinition<CredentialKind>(
        "CredentialKind", "By what somebody has shown who they are.",
        values: [.session: "A login.", .token: "A token.", .machine: "They sit at the machine itself."])
}

/// How far somebody may go in one operation.
private struct GrantedPermission: GraphQLObject {
    let operation: String
    let reach: Reach

    static let graphQL = ObjectDefinition<GrantedPermission, Caller>("Permission", "How far an operation goes.") {
        Field("operation", \.operation)
        Field("reach", \.reach)
    }
}

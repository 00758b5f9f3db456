/// What a filter of the audit log can ask for.
package enum AuditField: String, FilterField {
    case actor, operation, entity, number, source, at

    package var aliases: [String] {
        switch self {
        case .actor: ["by"]
        case .operation: ["op"]
        case .number: ["no", "id"]
        case .source: ["via"]
        case .at: ["created", "date"]
        default: []
        }
    }

    package var kind: FilterKind {
        switch self {
        case .actor: .text
        case .operation: .choice(OperationID.allCases.map { FilterChoice($0.rawValue) })
        case .entity: .choice(["user", "product", "order"].map { FilterChoice($0) })
        case .number: .number
        case .source: .choice(Principal.Source.allCases.map { FilterChoice($0.rawValue) })
        case .at: .date
        }
    }
}

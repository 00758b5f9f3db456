/// What a token may be used for: a kind of operations, or one operation by its name.
package enum TokenScope: Hashable, Sendable, CustomStringConvertible {
    case kind(OperationID.Kind)
    case operation(OperationID)

    /// Reads `read`, `write`, `accounts` or the name of an operation; `nil` for anything else.
    package init?(_ text: String) {
        if let kind = OperationID.Kind(rawValue: text) {
            self = .kind(kind)
        } else if let operation = OperationID(rawValue: text) {
            self = .operation(operation)
        } else {
            return nil
        }
    }

    /// The text that ``init(_:)`` reads.
    package var description: String {
        switch self {
        case .kind(let kind): kind.rawValue
        case .operation(let operation): operation.rawValue
        }
    }

    /// Whether the operation is among those.
    package func covers(_ operation: OperationID) -> Bool {
        switch self {
        case .kind(let kind): operation.kind == kind
        case .operation(let own): operation == own
        }
    }
}

extension Set<TokenScope> {
    /// Whether any of the scopes covers the operation.
    package func cover(_ operation: OperationID) -> Bool { contains { $0.covers(operation) } }

    /// Their texts, sorted.
    package var texts: [String] { map(\.description).sorted() }
}

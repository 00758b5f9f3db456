import Domain
import GraphQL

extension Change {
    /// The edit of a field that may be empty.
    func edit<Other: Sendable>(_ transform: (Value) -> Other) -> Edit<Other?> {
        switch self {
        case .unchanged: .keep
        case .removed: .set(nil)
        case .set(let value): .set(transform(value))
        }
    }
}

extension Change<String> {
    /// The edit of a field that must hold something: none at all breaks its rule as an empty one does.
    var edit: Edit<String> {
        switch self {
        case .unchanged: .keep
        case .removed: .set("")
        case .set(let text): .set(text)
        }
    }

    var optionalEdit: Edit<String?> { edit(\.self) }
}

import Domain
import Services

extension Query {
    /// Whether the record that is asked for may have changed.
    func isConcerned(by changes: Changes) -> Bool {
        switch self {
        case .user(let id): changes.concern(.user, id.value)
        case .product(let id): changes.concern(.product, id.value)
        case .order(let id): changes.concern(.order, id.value)
        default: false
        }
    }
}

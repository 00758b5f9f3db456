import Domain
import Wording

/// The words of the domain as people read them.
extension OrderStatus {
    var title: Phrase {
        switch self {
        case .placed: "placed"
        case .paid: "paid"
        case .shipped: "shipped"
        case .cancelled: "cancelled"
        }
    }
}

extension Role {
    var title: Phrase {
        switch self {
        case .customer: "customer"
        case .viewer: "viewer"
        case .operator_: "operator"
        case .manager: "manager"
        case .admin: "admin"
        }
    }
}

extension StockReason {
    var title: Phrase {
        switch self {
        case .opening: "opening"
        case .sale: "sale"
        case .cancel: "cancel"
        case .receipt: "receipt"
        case .correction: "correction"
        case .imported: "import"
        }
    }
}

extension Phrase {
    /// What a service calls a thing that it did not find or that was changed.
    init(entity: String) {
        switch entity {
        case "user": self = "user"
        case "product": self = "product"
        case "order": self = "order"
        case "order line": self = "order line"
        default: self.init(verbatim: entity)
        }
    }
}

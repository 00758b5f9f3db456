import Domain
import Services

extension Action {
    /// The operation that an action leads to on a screen that lies in these scopes; `nil` if it asks nothing of the
    /// services, or only what leads to nothing but reading more of the same.
    func operation(in scopes: [Scope]) -> OperationID? {
        switch self {
        case .users, .findCustomer: .listUsers
        case .products: .listProducts
        case .findProduct: .findProduct
        case .orders, .findOrder: .listOrders
        case .ledger: .listStockMoves
        case .audit: .listAudit
        case .newOrder: .placeOrder
        case .markPaid, .markShipped: .moveOrder
        case .cancelOrder: .cancelOrder
        case .receipt: .getOrder
        case .receiveStock: .adjustStock
        case .seedDemo: .seedShop
        case .create, .edit, .archive: Self.change(self, in: scopes)
        default: nil
        }
    }

    /// Whether a role may not do the action on a screen that lies in these scopes.
    ///
    /// That comes from the table that the services hold everybody to.
    func isRefused(to role: Role, in scopes: [Scope]) -> Bool { operation(in: scopes)?.permission[role] == Reach.none }

    /// What creating, editing and archiving mean depends on the record that the screen shows.
    private static func change(_ action: Action, in scopes: [Scope]) -> OperationID? {
        for scope in scopes {
            switch (scope, action) {
            case (.users, .create): return .createUser
            case (.users, .edit), (.user, .edit): return .editUser
            case (.users, .archive), (.user, .archive): return .archiveUser
            case (.products, .create): return .createProduct
            case (.products, .edit), (.product, .edit): return .editProduct
            case (.products, .archive), (.product, .archive): return .archiveProduct
            case (.orders, .create), (.drafts, .create): return .placeOrder
            case (.orders, .edit), (.order, .edit): return .editOrder
            default: continue
            }
        }
        return nil
    }
}

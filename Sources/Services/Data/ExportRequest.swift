package import Domain

/// Which rows are exported, in which order; limit and position are the export's own.
package enum ExportRequest: Sendable, Hashable {
    case users(UserListRequest)
    case products(ProductListRequest)
    case orders(OrderListRequest)
    case moves(StockMoveListRequest)
    case audit(AuditListRequest)

    /// What the rows are called, for a file's name.
    package var name: String {
        switch self {
        case .users: "users"
        case .products: "products"
        case .orders: "orders"
        case .moves: "stock-moves"
        case .audit: "audit-log"
        }
    }
}

import Wording

/// The lists whose views are kept, under the names that their files know.
package enum ListName: String, Hashable, Sendable, CaseIterable {
    case orders, users, products, moves, audit

    /// What the list is called on screens.
    var title: Phrase {
        switch self {
        case .orders: "Orders"
        case .users: "Users"
        case .products: "Products"
        case .moves: "Stock moves"
        case .audit: "Audit log"
        }
    }
}

package import Wording

/// A part of the program in which every key has one meaning.
///
/// A screen names the scopes it lies in, its own first; the first one that knows a press decides what it does. The raw
/// value is the scope's name in `config/keys.toml`.
package enum Scope: String, CaseIterable, Sendable {
    case everywhere, screen, moving, list, record
    case home, users, products, orders, ledger, audit, requests
    case user, product, order, receipt
    case form, entry, entryLine = "entry-line", drafts, login

    /// The heading of its commands in help and documents.
    package var title: Phrase {
        switch self {
        case .everywhere: "Everywhere"
        case .screen: "Leaving"
        case .moving: "Moving"
        case .list: "Lists"
        case .record: "From record to record"
        case .home: "Home"
        case .users: "Users"
        case .products: "Products"
        case .orders: "Orders"
        case .ledger: "Stock moves"
        case .audit: "Audit log"
        case .requests: "Request log"
        case .user: "A user"
        case .product: "A product"
        case .order: "An order"
        case .receipt: "Receipts"
        case .form: "Forms"
        case .entry: "Order entry"
        case .entryLine: "A line of an order"
        case .drafts: "The list of drafts"
        case .login: "Logging in"
        }
    }
}

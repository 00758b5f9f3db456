import Domain
import Services

/// What the shop answers to a command, without the times that nobody can foretell.
enum ModelReply: Equatable, Sendable {
    case user(ModelUser)
    case product(ModelProduct)
    case placed(ModelOrder)
    case repeated(ModelOrder)
    case order(ModelOrder)
    /// The numbers of a whole list, read page by page.
    case list([Int64])
    /// What was added to a product's stock, in order.
    case moves([Int])
    case refused(ServiceError)
}

struct ModelUser: Equatable, Sendable {
    let id: Int64
    var name: String
    var email: String?
    var isArchived = false
    var version = 1
}

struct ModelProduct: Equatable, Sendable {
    let id: Int64
    var sku: String
    var name: String
    var price: Int64
    var stock: Int
    var isArchived = false
    var version = 1
}

struct ModelOrder: Equatable, Sendable {
    struct Line: Equatable, Sendable {
        let product: Int64
        let sku: String
        let quantity: Int
        let price: Int64
        let discount: Int
    }

    let id: Int64
    let user: Int64
    var status = OrderStatus.placed
    var note: String?
    let total: Int64
    let lines: [Line]
    var version = 1
}

extension ModelUser {
    init(_ user: User) {
        self.init(
            id: user.id.value, name: user.name, email: user.email, isArchived: user.archivedAt != nil,
            version: user.version)
    }
}

extension ModelProduct {
    init(_ product: Product) {
        self.init(
            id: product.id.value, sku: product.sku, name: product.name, price: product.price.minor,
            stock: product.stock, isArchived: product.archivedAt != nil, version: product.version)
    }
}

extension ModelOrder {
    init(_ order: Order) {
        let lines = order.lines.map {
            Line(
                product: $0.product.value, sku: $0.sku, quantity: $0.quantity, price: $0.price.minor,
                discount: $0.discount.basisPoints)
        }
        self.init(
            id: order.id.value, user: order.user.value, status: order.status, note: order.note,
            total: order.total.minor, lines: lines, version: order.version)
    }
}

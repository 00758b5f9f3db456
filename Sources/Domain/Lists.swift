/// Which users a list shows.
package struct UserFilter: Hashable, Sendable {
    /// Words that all stand in name, e-mail, login or telephone number.
    package var text: String?
    package var roles: Set<Role>
    package var email: String?
    package var includesArchived: Bool

    package init(
        text: String? = nil, roles: Set<Role> = [], email: String? = nil, includesArchived: Bool = false
    ) {
        (self.text, self.roles, self.email, self.includesArchived) = (text, roles, email, includesArchived)
    }
}

/// The columns that users can be sorted by.
package enum UserSort: String, Sendable, CaseIterable {
    case id, name, createdAt
}

/// Which products a list shows.
package struct ProductFilter: Hashable, Sendable {
    /// Words that all stand in code, barcode or name.
    package var text: String?
    package var sku: String?
    package var minimumPrice: Money?
    package var maximumPrice: Money?
    package var minimumStock: Int?
    package var maximumStock: Int?
    package var includesArchived: Bool

    package init(
        text: String? = nil, sku: String? = nil, minimumPrice: Money? = nil, maximumPrice: Money? = nil,
        minimumStock: Int? = nil, maximumStock: Int? = nil, includesArchived: Bool = false
    ) {
        (self.text, self.sku, self.minimumPrice, self.maximumPrice) = (text, sku, minimumPrice, maximumPrice)
        (self.minimumStock, self.maximumStock) = (minimumStock, maximumStock)
        self.includesArchived = includesArchived
    }
}

/// The columns that products can be sorted by.
package enum ProductSort: String, Sendable, CaseIterable {
    case id, sku, name, price, stock, createdAt
}

/// Which orders a list shows.
///
/// Bounds are inclusive below and exclusive above.
package struct OrderFilter: Hashable, Sendable {
    /// An order's number, or words of the customer's name.
    package var text: String?
    package var user: Identifier<User>?
    package var statuses: Set<OrderStatus>
    package var createdFrom: Moment?
    package var createdBefore: Moment?
    package var minimumTotal: Money?
    package var maximumTotal: Money?

    package init(
        text: String? = nil, user: Identifier<User>? = nil, statuses: Set<OrderStatus> = [],
        createdFrom: Moment? = nil, createdBefore: Moment? = nil, minimumTotal: Money? = nil,
        maximumTotal: Money? = nil
    ) {
        (self.text, self.user, self.statuses) = (text, user, statuses)
        (self.createdFrom, self.createdBefore) = (createdFrom, createdBefore)
        (self.minimumTotal, self.maximumTotal) = (minimumTotal, maximumTotal)
    }
}

/// The columns that orders can be sorted by.
package enum OrderSort: String, Sendable, CaseIterable {
    case id, createdAt, total
}

/// Which order lines a list shows; they are sorted by id.
package struct OrderLineFilter: Hashable, Sendable {
    package var order: Identifier<Order>?
    package var product: Identifier<Product>?

    package init(order: Identifier<Order>? = nil, product: Identifier<Product>? = nil) {
        (self.order, self.product) = (order, product)
    }
}

/// The column that order lines and stock moves are sorted by.
package enum IDSort: String, Sendable, CaseIterable {
    case id
}

package typealias UserListRequest = ListRequest<UserFilter, UserSort>
package typealias ProductListRequest = ListRequest<ProductFilter, ProductSort>
package typealias OrderListRequest = ListRequest<OrderFilter, OrderSort>
package typealias OrderLineListRequest = ListRequest<OrderLineFilter, IDSort>
package typealias StockMoveListRequest = ListRequest<StockMoveFilter, IDSort>

/// Which rows of the stock ledger a list shows.
package struct StockMoveFilter: Hashable, Sendable {
    package var product: Identifier<Product>?
    package var order: Identifier<Order>?

    package init(product: Identifier<Product>? = nil, order: Identifier<Order>? = nil) {
        (self.product, self.order) = (product, order)
    }
}

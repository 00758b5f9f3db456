/// Which users a list shows.
package struct UserFilter: Hashable, Sendable {
    /// Words that all stand in name, e-mail, login or telephone number.
    package var text: String?
    package var roles: Set<Role>
    package var email: String?
    /// The one user that may be shown, if not all may.
    package var only: Identifier<User>?
    package var includesArchived: Bool
    /// What was typed into the filter line; a term about archiving has the last word on it.
    package var terms: FilterTerms<UserField>
    /// What a program asks of single columns; one about archiving has the last word on it too.
    package var conditions: [ColumnCondition<UserColumn>]

    package init(
        text: String? = nil, roles: Set<Role> = [], email: String? = nil, includesArchived: Bool = false,
        terms: FilterTerms<UserField> = FilterTerms(), conditions: [ColumnCondition<UserColumn>] = []
    ) {
        (self.text, self.roles, self.email, self.includesArchived) = (text, roles, email, includesArchived)
        (self.terms, self.conditions) = (terms, conditions)
    }
}

/// The columns that users can be sorted by.
package enum UserSort: String, Sendable, CaseIterable {
    case id, name, email, phone, role, createdAt
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
    /// What was typed into the filter line; a term about archiving has the last word on it.
    package var terms: FilterTerms<ProductField>
    /// What a program asks of single columns; one about archiving has the last word on it too.
    package var conditions: [ColumnCondition<ProductColumn>]

    package init(
        text: String? = nil, sku: String? = nil, minimumPrice: Money? = nil, maximumPrice: Money? = nil,
        minimumStock: Int? = nil, maximumStock: Int? = nil, includesArchived: Bool = false,
        terms: FilterTerms<ProductField> = FilterTerms(), conditions: [ColumnCondition<ProductColumn>] = []
    ) {
        (self.text, self.sku, self.minimumPrice, self.maximumPrice) = (text, sku, minimumPrice, maximumPrice)
        (self.minimumStock, self.maximumStock) = (minimumStock, maximumStock)
        (self.includesArchived, self.terms, self.conditions) = (includesArchived, terms, conditions)
    }
}

/// The columns that products can be sorted by.
package enum ProductSort: String, Sendable, CaseIterable {
    case id, sku, barcode, name, price, stock, createdAt
}

/// Which orders a list shows.
///
/// Bounds are inclusive below and exclusive above.
package struct OrderFilter: Hashable, Sendable {
    /// An order's number, or words of the customer's name.
    package var text: String?
    package var user: Identifier<User>?
    /// The one customer whose orders may be shown, if not all may.
    package var only: Identifier<User>?
    package var statuses: Set<OrderStatus>
    package var createdFrom: Moment?
    package var createdBefore: Moment?
    package var minimumTotal: Money?
    package var maximumTotal: Money?
    /// What was typed into the filter line.
    package var terms: FilterTerms<OrderField>
    /// What a program asks of single columns.
    package var conditions: [ColumnCondition<OrderColumn>]

    package init(
        text: String? = nil, user: Identifier<User>? = nil, statuses: Set<OrderStatus> = [],
        createdFrom: Moment? = nil, createdBefore: Moment? = nil, minimumTotal: Money? = nil,
        maximumTotal: Money? = nil, terms: FilterTerms<OrderField> = FilterTerms(),
        conditions: [ColumnCondition<OrderColumn>] = []
    ) {
        (self.text, self.user, self.statuses, self.terms) = (text, user, statuses, terms)
        self.conditions = conditions
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
    /// The one customer whose lines may be shown, if not all may.
    package var customer: Identifier<User>?
    /// What a program asks of single columns.
    package var conditions: [ColumnCondition<OrderLineColumn>]

    package init(
        order: Identifier<Order>? = nil, product: Identifier<Product>? = nil,
        conditions: [ColumnCondition<OrderLineColumn>] = []
    ) {
        (self.order, self.product, self.conditions) = (order, product, conditions)
    }
}

/// The column that order lines, stock moves and the audit log are sorted by: the time of writing, in effect.
package enum IDSort: String, Sendable, CaseIterable {
    case id
}

package typealias UserListRequest = ListRequest<UserFilter, UserSort>
package typealias ProductListRequest = ListRequest<ProductFilter, ProductSort>
package typealias OrderListRequest = ListRequest<OrderFilter, OrderSort>
package typealias OrderLineListRequest = ListRequest<OrderLineFilter, IDSort>
package typealias StockMoveListRequest = ListRequest<StockMoveFilter, IDSort>
package typealias AuditListRequest = ListRequest<AuditFilter, IDSort>

/// Which rows of the stock ledger a list shows.
package struct StockMoveFilter: Hashable, Sendable {
    package var product: Identifier<Product>?
    package var order: Identifier<Order>?
    /// What was typed into the filter line.
    package var terms: FilterTerms<StockMoveField>
    /// What a program asks of single columns.
    package var conditions: [ColumnCondition<StockMoveColumn>]

    package init(
        product: Identifier<Product>? = nil, order: Identifier<Order>? = nil,
        terms: FilterTerms<StockMoveField> = FilterTerms(), conditions: [ColumnCondition<StockMoveColumn>] = []
    ) {
        (self.product, self.order, self.terms, self.conditions) = (product, order, terms, conditions)
    }
}

/// Which rows of the audit log a list shows.
package struct AuditFilter: Hashable, Sendable {
    /// What was changed: `user`, `product` or `order`.
    package var entity: String?
    package var entityID: Int64?
    /// The one person whose doings may be shown, if not all may.
    package var actor: Identifier<User>?
    /// What was typed into the filter line.
    package var terms: FilterTerms<AuditField>

    package init(entity: String? = nil, entityID: Int64? = nil, terms: FilterTerms<AuditField> = FilterTerms()) {
        (self.entity, self.entityID, self.terms) = (entity, entityID, terms)
    }
}

/// Which accounts a list shows; they are sorted by id.
package struct AccountFilter: Hashable, Sendable {
    package var roles: Set<Role>

    package init(roles: Set<Role> = []) { self.roles = roles }
}

package typealias AccountListRequest = ListRequest<AccountFilter, IDSort>

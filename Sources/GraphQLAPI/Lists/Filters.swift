package import Domain
package import GraphQL

extension UserFilter: GraphQLInputObject {
    package static let graphQL = InputDefinition(
        "UserFilter",
        Argument("q", SearchWords?.self, description: "Words that all stand in name, e-mail, login or telephone."),
        Argument("email", SearchWords?.self, description: "The e-mail address is this, in any case."),
        Argument("roles", [Role]?.self, description: "The role is one of these."),
        Argument("includeArchived", Bool.self, default: false), description: "Which users a list shows."
    ) { words, email, roles, includesArchived in
        UserFilter(
            text: words?.text, roles: Set(roles ?? []), email: email?.text, includesArchived: includesArchived)
    }
}

extension ProductFilter: GraphQLInputObject {
    package static let graphQL = InputDefinition(
        "ProductFilter",
        Argument("q", SearchWords?.self, description: "Words that all stand in code, barcode or name."),
        Argument("sku", SearchWords?.self, description: "The code is this, in any case."),
        Argument("price", Bounds<Money>?.self), Argument("stock", Bounds<Int>?.self),
        Argument("includeArchived", Bool.self, default: false), description: "Which products a list shows."
    ) { words, sku, price, stock, includesArchived in
        ProductFilter(
            text: words?.text, sku: sku?.text, minimumPrice: price?.lower.map(Money.init(minor:)),
            maximumPrice: price?.upper.map(Money.init(minor:)), minimumStock: stock?.lower.map(Int.init),
            maximumStock: stock?.upper.map(Int.init), includesArchived: includesArchived)
    }
}

extension OrderFilter: GraphQLInputObject {
    package static let graphQL = InputDefinition(
        "OrderFilter",
        Argument("q", SearchWords?.self, description: "The order's number, or words of the customer's name."),
        Argument("userId", Identifier<User>?.self, description: "The customer is this one."),
        Argument("statuses", [OrderStatus]?.self, description: "The status is one of these."),
        Argument("createdAt", Bounds<Moment>?.self, description: "When it was placed."),
        Argument("total", Bounds<Money>?.self), description: "Which orders a list shows."
    ) { words, user, statuses, created, total in
        OrderFilter(
            text: words?.text, user: user, statuses: Set(statuses ?? []),
            createdFrom: created?.lower.map(Moment.init(microseconds:)),
            // The filter's upper bound is exclusive, and times count in microseconds.
            createdBefore: created?.upper.map { Moment(microseconds: $0 == .max ? $0 : $0 + 1) },
            minimumTotal: total?.lower.map(Money.init(minor:)), maximumTotal: total?.upper.map(Money.init(minor:)))
    }
}

extension OrderLineFilter: GraphQLInputObject {
    package static let graphQL = InputDefinition(
        "OrderLineFilter", Argument("orderId", Identifier<Order>?.self),
        Argument("productId", Identifier<Product>?.self), description: "Which order lines a list shows."
    ) { OrderLineFilter(order: $0, product: $1) }
}

extension StockMoveFilter: GraphQLInputObject {
    package static let graphQL = InputDefinition(
        "StockMoveFilter", Argument("productId", Identifier<Product>?.self),
        Argument("orderId", Identifier<Order>?.self), description: "Which rows of the ledger a list shows."
    ) { StockMoveFilter(product: $0, order: $1) }
}

extension AuditFilter: GraphQLInputObject {
    package static let graphQL = InputDefinition(
        "AuditFilter",
        Argument("entity", SearchWords?.self, description: "What was changed: user, product or order."),
        Argument("entityId", Identifier<Never>?.self, description: "The id of what was changed."),
        description: "Which rows of the audit log a list shows."
    ) { AuditFilter(entity: $0?.text, entityID: $1?.value) }
}

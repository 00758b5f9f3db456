/// What a customer bought: lines with the prices of that day.
package struct Order: Hashable, Sendable {
    package let id: Identifier<Order>
    package let user: Identifier<User>
    /// The customer's name as it is now.
    package let customer: String
    package let status: OrderStatus
    /// The sum of the lines.
    package let total: Money
    package let note: String?
    package let createdAt: Moment
    package let updatedAt: Moment
    package let version: Int
    package let lines: [OrderLine]

    package init(
        id: Identifier<Order>, user: Identifier<User>, customer: String, status: OrderStatus, total: Money,
        note: String?, createdAt: Moment, updatedAt: Moment, version: Int, lines: [OrderLine]
    ) {
        (self.id, self.user, self.customer, self.status, self.total) = (id, user, customer, status, total)
        (self.note, self.createdAt, self.updatedAt, self.version) = (note, createdAt, updatedAt, version)
        self.lines = lines
    }
}

/// One line of an order; code, name, price and discount are those of the day it was placed.
package struct OrderLine: Hashable, Sendable {
    package let id: Identifier<OrderLine>
    package let order: Identifier<Order>
    package let product: Identifier<Product>
    package let sku: String
    package let name: String
    package let quantity: Int
    package let price: Money
    /// What the customer need not pay of it.
    package let discount: Percent

    /// What the whole line costs.
    ///
    /// No line is larger than the total of its order, which the books hold.
    package var total: Money { price.times(quantity, less: discount) ?? .maximum }

    package init(
        id: Identifier<OrderLine>, order: Identifier<Order>, product: Identifier<Product>, sku: String, name: String,
        quantity: Int, price: Money, discount: Percent = .zero
    ) {
        (self.id, self.order, self.product, self.sku) = (id, order, product, sku)
        (self.name, self.quantity, self.price, self.discount) = (name, quantity, price, discount)
    }
}

/// An order as a list shows it.
package struct OrderSummary: Hashable, Sendable {
    package let id: Identifier<Order>
    package let user: Identifier<User>
    package let customer: String
    package let status: OrderStatus
    package let total: Money
    package let lineCount: Int
    package let note: String?
    package let createdAt: Moment
    package let updatedAt: Moment
    package let version: Int

    package init(
        id: Identifier<Order>, user: Identifier<User>, customer: String, status: OrderStatus, total: Money,
        lineCount: Int, note: String?, createdAt: Moment, updatedAt: Moment, version: Int
    ) {
        (self.id, self.user, self.customer, self.status) = (id, user, customer, status)
        (self.total, self.lineCount, self.note) = (total, lineCount, note)
        (self.createdAt, self.updatedAt, self.version) = (createdAt, updatedAt, version)
    }
}

extension OrderSummary {
    /// An order without its lines.
    package init(_ order: Order) {
        self.init(
            id: order.id, user: order.user, customer: order.customer, status: order.status, total: order.total,
            lineCount: order.lines.count, note: order.note, createdAt: order.createdAt, updatedAt: order.updatedAt,
            version: order.version)
    }
}

/// The fields of an order that an edit sets once it is placed.
package struct OrderEdit: Hashable, Sendable {
    package let status: Edit<OrderStatus>
    package let note: Edit<String?>

    /// - Throws: ``InvalidInput`` if the note breaks a rule.
    package init(status: Edit<OrderStatus> = .keep, note: Edit<String?> = .keep) throws(InvalidInput) {
        var checker = Checker()
        let newNote = checker.check { () throws(Violation) in try note.map(Text.note) }
        try checker.finish()
        (self.status, self.note) = (status, newNote ?? .keep)
    }
}

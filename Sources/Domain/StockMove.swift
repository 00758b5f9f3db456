import Wording

/// Why the stock of a product changed.
package enum StockReason: String, Sendable, CaseIterable {
    /// The pieces on hand when the product was created.
    case opening
    /// Taken by an order, or given back by a change of its lines.
    case sale
    /// Given back by a cancelled order.
    case cancel
    /// Goods received.
    case receipt
    /// Counted anew: breakage, theft, a mistake.
    case correction
    /// Brought in with an import, so that old orders find their goods.
    case imported = "import"

    /// The reasons that a person may give; the others come from orders and imports.
    package static let manual: [StockReason] = [.receipt, .correction]
}

/// One row of the stock ledger, which only grows.
package struct StockMove: Hashable, Sendable {
    package let id: Int64
    package let product: Identifier<Product>
    /// The product's code and name as they are now.
    package let sku, name: String
    /// Pieces added (or taken, if negative); never zero.
    package let delta: Int
    package let reason: StockReason
    package let order: Identifier<Order>?
    package let actor: Identifier<User>?
    /// The actor's name as it is now.
    package let actorName: String?
    package let note: String?
    package let at: Moment

    package init(
        id: Int64, product: Identifier<Product>, sku: String, name: String, delta: Int, reason: StockReason,
        order: Identifier<Order>?, actor: Identifier<User>?, actorName: String?, note: String?, at: Moment
    ) {
        (self.id, self.product, self.sku, self.name) = (id, product, sku, name)
        (self.delta, self.reason, self.order) = (delta, reason, order)
        (self.actor, self.actorName, self.note, self.at) = (actor, actorName, note, at)
    }
}

/// A change of stock by hand, checked: goods received, or a correction.
package struct StockAdjustment: Hashable, Sendable {
    package let product: Identifier<Product>
    package let delta: Int
    package let reason: StockReason
    package let note: String?

    /// - Throws: ``InvalidInput`` if the change is zero or absurd, or the reason is not one of ``StockReason/manual``.
    package init(
        product: Identifier<Product>, delta: Int, reason: StockReason = .receipt, note: String? = nil
    ) throws(InvalidInput) {
        var checker = Checker()
        if delta == 0 || delta.magnitude > 1_000_000_000 {
            checker.fail(
                Violation("delta", "range", "A change is a whole number, not 0, up to 1,000,000,000 each way."))
        }
        if !StockReason.manual.contains(reason) {
            checker.fail(Violation("reason", "choice", "The reason is receipt or correction."))
        } else if reason == .receipt && delta < 0 {
            checker.fail(Violation("delta", "range", "A receipt adds pieces; take pieces away as a correction."))
        }
        let note = checker.check { () throws(Violation) in try Text.note(note) }
        try checker.finish()
        (self.product, self.delta, self.reason, self.note) = (product, delta, reason, note ?? nil)
    }
}

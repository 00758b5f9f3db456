/// Everything that an event can tell: what kind of row, and what became of it.
///
/// The migration that fills the outbox writes these words.
package enum EventType: String, Sendable, Hashable, CaseIterable {
    case orderCreated = "order.created"
    case orderPaid = "order.paid"
    case orderShipped = "order.shipped"
    case orderCancelled = "order.cancelled"
    /// An order's note or lines were changed.
    case orderChanged = "order.changed"
    case productCreated = "product.created"
    case productChanged = "product.changed"
    case productArchived = "product.archived"
    case productRestored = "product.restored"
    case userCreated = "user.created"
    case userChanged = "user.changed"
    case userArchived = "user.archived"
    case userRestored = "user.restored"
    /// Pieces came or went: a row of the ledger.
    case stockChanged = "stock.changed"
    /// A bulk load has written many rows; they are not told one by one.
    case shopLoaded = "shop.loaded"

    /// The kind of row: the part before the dot.
    package var subject: Substring { rawValue.prefix { $0 != "." } }

    /// The types that a list of words chooses: `order.*,stock.changed`; `*` is all of them.
    ///
    /// - Returns: `nil` if a word chooses none.
    package static func chosen(by words: some Sequence<String>) -> Set<EventType>? {
        var chosen: Set<EventType> = []
        for word in words {
            let types = allCases.filter { word == "*" || word == $0.rawValue || word == "\($0.subject).*" }
            if types.isEmpty { return nil }
            chosen.formUnion(types)
        }
        return chosen
    }
}

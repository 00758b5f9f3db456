package import Domain
package import GraphQL
import Services

/// Lines want more than there is.
struct InsufficientStockRefusal: RefusalObject {
    static let name = "InsufficientStock"
    static let summary = "Lines want more than there is; every one of them. An order's key is still free."

    let shortages: [Shortage]

    var code: String { "INSUFFICIENT_STOCK" }

    var message: String {
        let short = shortages.map { "\($0.sku): \($0.available) of \($0.wanted)" }
        return "There is not enough of \(short.joined(separator: ", "))."
    }

    static let graphQL = definition { Field("shortages", \.shortages) }
}

extension Shortage: GraphQLObject {
    package static let graphQL = ObjectDefinition<Shortage, Caller>("Shortage", "A line that wants more than there is.")
    {
        Field("sku", \.sku)
        Field("name", \.name)
        Field("wanted", \.wanted)
        Field("available", \.available)
        BatchField("product") { shortages, caller in try await Relations(caller).products(shortages.map(\.product)) }
    }
}

/// Prices have moved.
struct PriceChangedRefusal: RefusalObject {
    static let name = "PriceChanged"
    static let summary = "Prices are no longer those that the customer was told."

    let changes: [PriceChange]

    var code: String { "PRICE_CHANGED" }
    var message: String { changes.map { "\($0.sku) is \($0.now), not \($0.told)." }.joined(separator: " ") }

    static let graphQL = definition { Field("changes", \.changes) }
}

extension PriceChange: GraphQLObject {
    package static let graphQL = ObjectDefinition<PriceChange, Caller>("PriceChange", "A price that has moved.") {
        Field("sku", \.sku)
        Field("told", \.told)
        Field("now", \.now)
        BatchField("product") { changes, caller in try await Relations(caller).products(changes.map(\.product)) }
    }
}

/// The order's life cycle has no such step.
struct InvalidTransitionRefusal: RefusalObject {
    static let name = "InvalidTransition"
    static let summary = "The order's life cycle has no such step."

    let from, to: OrderStatus

    var code: String { "INVALID_TRANSITION" }
    var message: String { "An order that is \(from.rawValue) can't become \(to.rawValue)." }

    static let graphQL = definition {
        Field("from", \.from)
        Field("to", \.to)
    }
}

/// The lines of the order can't be changed any more.
struct OrderClosedRefusal: RefusalObject {
    static let name = "OrderClosed"
    static let summary = "The lines of an order that has gone on in its life cycle can't be changed."

    let status: OrderStatus

    var code: String { "ORDER_CLOSED" }
    var message: String { "The order is \(status.rawValue): its lines can't be changed any more." }

    static let graphQL = definition { Field("status", \.status) }
}

/// An order keeps at least one line.
struct LastLineRefusal: RefusalObject {
    static let name = "LastLine"
    static let summary = "An order keeps at least one line; cancel it instead."

    var code: String { "LAST_LINE" }
    var message: String { Self.summary }

    static let graphQL = definition {}
}

/// The key was used for another order.
struct IdempotencyKeyReusedRefusal: RefusalObject {
    static let name = "IdempotencyKeyReused"
    static let summary = "The key belongs to an order that has another meaning."

    let order: Identifier<Order>

    var code: String { "IDEMPOTENCY_KEY_REUSED" }
    var message: String { "The key belongs to order \(order), which has another meaning." }

    static let graphQL = definition { Field("orderId", \.order) }
}

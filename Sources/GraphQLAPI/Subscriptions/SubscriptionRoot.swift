import Domain
import GraphQL
import JSON
import Services

/// The root of all that is told as it happens, from the same outbox as everywhere.
///
/// An event says which row has changed; the row is read as it is when it is told, with the caller's permissions.
struct SubscriptionRoot: GraphQLObject {
    static let graphQL = ObjectDefinition<SubscriptionRoot, Caller>("Subscription", "What is told as it happens.") {
        StreamField(
            "orderChanged", Argument("id", Identifier<Order>?.self, description: "This order alone."),
            description: "An order that was placed or changed, as it is now."
        ) { caller, id in
            let types: Set<EventType> = [.orderCreated, .orderPaid, .orderShipped, .orderCancelled, .orderChanged]
            return try await caller.services.events.follow(types, as: caller.principal)
                .compactMap { event -> OrderSummary? in
                    guard let order = event.row(is: id) else { return nil }
                    return try await caller.services.orders.list(ids: [order], as: caller.principal).first
                }
        }
        StreamField(
            "productChanged", Argument("id", Identifier<Product>?.self, description: "This product alone."),
            description: "A product that was created, changed, archived or restored, or whose stock has changed."
        ) { caller, id in
            let types: Set<EventType> = [
                .productCreated, .productChanged, .productArchived, .productRestored, .stockChanged,
            ]
            return try await caller.services.events.follow(types, as: caller.principal)
                .compactMap { event -> Product? in
                    guard let product = event.row(is: id) else { return nil }
                    return try await caller.services.products.list(ids: [product], as: caller.principal)[product]
                }
        }
        StreamField(
            "stockLow",
            Argument(
                "atMost", Int.self, default: DefaultValue(integerLiteral: Dashboard.lowStock),
                description: "So many pieces are few."),
            description: "A product on sale of which pieces were taken, and few are left."
        ) { caller, limit in
            try await caller.services.events.follow([.stockChanged], as: caller.principal)
                .compactMap { event -> Product? in
                    guard event.delta < 0, let id = event.row(is: Identifier<Product>?.none) else { return nil }
                    let product = try await caller.services.products.list(ids: [id], as: caller.principal)[id]
                    return product.flatMap { $0.stock <= limit && $0.archivedAt == nil ? $0 : nil }
                }
        }
    }
}

extension ShopEvent {
    /// The row that the event is about; nil where another one is wanted.
    fileprivate func row<Entity>(is wanted: Identifier<Entity>?) -> Identifier<Entity>? {
        guard let id = entityID.map({ Identifier<Entity>($0) }) else { return nil }
        return wanted == nil || wanted == id ? id : nil
    }

    /// The pieces that came, or went if negative; 0 for what is no row of the ledger.
    fileprivate var delta: Int64 {
        let row: JSONValue
        do { row = try JSONValue(parsing: data) } catch { return 0 }
        return row["delta"]?.intValue ?? 0
    }
}

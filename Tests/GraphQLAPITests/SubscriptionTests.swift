import Domain
import GraphQL
import JSON
import Services
import Testing

@testable import GraphQLAPI

@Suite struct SubscriptionTests {
    @Test("Orders, products and low stock are told as they change, and what is not wanted is not told")
    func tells() async throws {
        try await Desk.open { desk in
            let user = try await desk.customer()
            let product = try await desk.product(stock: 8)
            let other = try await desk.product("A-200", stock: 8)
            var orders = try await desk.events("subscription { orderChanged { total status } }")
            var products = try await desk.events("subscription { productChanged(id: \(product.id)) { price stock } }")
            var low = try await desk.events("subscription { stockLow(atMost: 5) { sku stock } }")
            func place(_ product: Product, _ quantity: Int, _ key: String) async throws -> Order {
                let line = PlaceOrder.Line(product: product.id, quantity: quantity)
                let order = try PlaceOrder(user: user.id, lines: [line], key: IdempotencyKey(key))
                return try await desk.services.orders.place(order, as: desk.principal).order
            }
            let first = try await place(other, 1, "first")
            #expect(try await orders.next()?.json["data"] == ["orderChanged": ["total": "12.50", "status": "PLACED"]])
            _ = try await desk.services.orders.cancel(first.id, as: desk.principal)
            #expect(
                try await orders.next()?.json["data"]
                    == ["orderChanged": ["total": "12.50", "status": "CANCELLED"]])
            _ = try await place(product, 3, "second")
            #expect(try await products.next()?.json["data"] == ["productChanged": ["price": "12.50", "stock": 5]])
            #expect(try await low.next()?.json["data"] == ["stockLow": ["sku": "A-100", "stock": 5]])
            _ = try await desk.services.products.edit(
                product.id, ProductEdit(price: .set("9")), as: desk.principal)
            #expect(try await products.next()?.json["data"] == ["productChanged": ["price": "9.00", "stock": 5]])
        }
    }

    @Test("Whoever may not follow is refused before the first event")
    func permits() async throws {
        try await Desk.open(role: .customer) { desk in
            do {
                _ = try await desk.events("subscription { orderChanged { id } }")
                Issue.record("A customer follows the orders.")
            } catch let failure as RequestFailure {
                #expect(failure.stage == .source)
                #expect(failure.errors.first?.extensions["code"] == "FORBIDDEN")
            }
        }
    }
}

extension Desk {
    /// The responses of a subscription.
    fileprivate func events(_ query: String) async throws -> ResponseStream.AsyncIterator {
        let accepted = try schema.accept(GraphQLRequest(query))
        return try await schema.subscribe(accepted, context: caller).makeAsyncIterator()
    }
}

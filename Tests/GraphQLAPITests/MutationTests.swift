import Domain
import GraphQL
import JSON
import Services
import Testing

@testable import GraphQLAPI

@Suite struct MutationTests {
    private static let place = """
        mutation ($user: ID!, $product: ID!, $quantity: Int!, $price: Decimal, $key: String!) {
          placeOrder(input: {
            userId: $user, items: [{productId: $product, quantity: $quantity, price: $price}], idempotencyKey: $key
          }) {
            __typename
            ... on PlacedOrder { isReplay order { total customer { name } lines { quantity product { stock } } } }
            ... on Refusal { code }
            ... on InsufficientStock { shortages { sku wanted available } }
            ... on PriceChanged { changes { told now } }
            ... on UnknownReference { path }
            ... on IdempotencyKeyReused { orderId }
            ... on InvalidInput { violations { path rule } }
          }
        }
        """

    @Test("An order is placed once, and every refusal of the business is a type of its own")
    func placesOrders() async throws {
        try await Desk.open { desk in
            let user = try await desk.customer()
            let product = try await desk.product(stock: 3)
            func place(
                _ quantity: Int, key: String = "key", price: JSONValue = nil, product id: Int64 = product.id.value
            ) async throws -> JSONValue? {
                try await desk.data(
                    Self.place,
                    [
                        "user": .string("\(user.id)"), "product": .string("\(id)"),
                        "quantity": .number(JSONNumber(quantity)), "price": price, "key": .string(key),
                    ])["placeOrder"]
            }
            let placed = try await place(2)
            #expect(placed?["__typename"] == "PlacedOrder")
            #expect(placed?["isReplay"] == false)
            #expect(placed?["order"]?["total"] == "25.00")
            #expect(placed?["order"]?["customer"]?["name"] == "Олена Іваненко")
            #expect(placed?["order"]?["lines"] == [["quantity": 2, "product": ["stock": 1]]])
            #expect(try await place(2)?["isReplay"] == true)
            let short = try await place(2, key: "other")
            #expect(short?["__typename"] == "InsufficientStock")
            #expect(short?["shortages"] == [["sku": "A-100", "wanted": 2, "available": 1]])
            let dearer = try await place(1, key: "other", price: "12.49")
            #expect(dearer?["changes"] == [["told": "12.49", "now": "12.50"]])
            #expect(try await place(1, key: "other", product: 4711)?["path"] == "items/0/productId")
            #expect(try await place(1)?["__typename"] == "IdempotencyKeyReused")
            #expect(try await place(0, key: "a b")?["code"] == "VALIDATION_FAILED")
            let product2 = try await desk.services.products.get(product.id, as: desk.principal)
            #expect(product2.stock == 1)
        }
    }

    @Test("People and goods are created, edited by version, archived and restored")
    func keepsPeopleAndGoods() async throws {
        try await Desk.open { desk in
            let data = try await desk.data(
                """
                mutation {
                  created: createUser(input: {name: " Ada ", email: "ada@example.com"}) { ...user }
                  taken: createUser(input: {name: "Bob", email: "ADA@example.com"}) { ...user }
                  empty: createUser(input: {name: ""}) { ...user }
                  goods: createProduct(input: {sku: "A-1", name: "Tea", price: "2.5", stock: 3}) { ...product }
                  dear: createProduct(input: {sku: "A-2", name: "Tea", price: "-1"}) { ...product }
                }
                fragment user on CreateUserResult {
                  ... on User { id name email version } ... on AlreadyTaken { code field }
                  ... on InvalidInput { violations { path rule message } }
                }
                fragment product on CreateProductResult {
                  ... on Product { id sku price stock } ... on InvalidInput { violations { path rule } }
                }
                """)
            let user = try #require(data["created"]?["id"])
            #expect(data["created"]?["name"] == "Ada")
            #expect(data["taken"] == ["code": "EMAIL_TAKEN", "field": "email"])
            #expect(data["empty"]?["violations"]?[0]?["path"] == "name")
            let product = try #require(data["goods"]?["id"])
            #expect(data["goods"]?["price"] == "2.50")
            #expect(data["dear"]?["violations"] == [["path": "price", "rule": "range"]])

            let changed = try await desk.data(
                """
                mutation ($user: ID!, $product: ID!) {
                  edited: editUser(id: $user, input: {email: null, phone: "+380 44 123"}, version: 1) {
                    ... on User { name email phone version }
                  }
                  stale: editUser(id: $user, input: {name: "Eve"}, version: 1) {
                    ... on VersionMismatch { entity currentVersion }
                  }
                  nameless: editUser(id: $user, input: {name: null}) { ... on InvalidInput { violations { path } } }
                  nobody: archiveUser(id: 4711) { ... on NotFound { entity id } }
                  gone: archiveUser(id: $user) { ... on User { archivedAt } }
                  back: restoreUser(id: $user) { ... on User { archivedAt } }
                  repriced: editProduct(id: $product, input: {price: 3, barcode: "12345670"}) {
                    ... on Product { price barcode }
                  }
                  received: adjustStock(productId: $product, delta: 4) { ... on Product { stock } }
                  lost: adjustStock(productId: $product, delta: -9, reason: CORRECTION) {
                    ... on InsufficientStock { shortages { available } }
                  }
                  unsaleable: adjustStock(productId: $product, delta: 1, reason: SALE) {
                    ... on InvalidInput { violations { path } }
                  }
                  off: archiveProduct(id: $product) { ... on Product { archivedAt } }
                  on: restoreProduct(id: $product) { ... on Product { archivedAt } }
                }
                """, ["user": user, "product": product])
            #expect(changed["edited"] == ["name": "Ada", "email": nil, "phone": "+380 44 123", "version": 2])
            #expect(changed["stale"] == ["entity": "user", "currentVersion": 2])
            #expect(changed["nameless"] == ["violations": [["path": "name"]]])
            #expect(changed["nobody"] == ["entity": "user", "id": "4711"])
            #expect(changed["gone"]?["archivedAt"]?.stringValue != nil)
            #expect(changed["back"] == ["archivedAt": nil])
            #expect(changed["repriced"] == ["price": "3.00", "barcode": "12345670"])
            #expect(changed["received"] == ["stock": 7])
            #expect(changed["lost"] == ["shortages": [["available": 7]]])
            #expect(changed["unsaleable"] == ["violations": [["path": "reason"]]])
            #expect(changed["off"]?["archivedAt"]?.stringValue != nil)
            #expect(changed["on"] == ["archivedAt": nil])
        }
    }

    @Test("An order moves along its life cycle, and no other way")
    func movesOrders() async throws {
        try await Desk.open { desk in
            let user = try await desk.customer()
            let product = try await desk.product()
            let line = PlaceOrder.Line(product: product.id, quantity: 4)
            let placement = try await desk.services.orders.place(
                PlaceOrder(user: user.id, lines: [line], key: IdempotencyKey("key")), as: desk.principal)
            let data = try await desk.data(
                """
                mutation ($id: ID!) {
                  early: moveOrder(id: $id, status: SHIPPED) { ... on InvalidTransition { from to } }
                  paid: moveOrder(id: $id, status: PAID, version: 1) { ... on Order { status version } }
                  noted: editOrder(id: $id, input: {note: "Fragile"}) { ... on Order { status note } }
                  cancelled: cancelOrder(id: $id) { ... on Order { status lines { product { stock } } } }
                  late: moveOrder(id: $id, status: PAID) { ... on Refusal { code message } }
                }
                """, ["id": .string("\(placement.order.id)")])
            #expect(data["early"] == ["from": "PLACED", "to": "SHIPPED"])
            #expect(data["paid"] == ["status": "PAID", "version": 2])
            #expect(data["noted"] == ["status": "PAID", "note": "Fragile"])
            #expect(data["cancelled"] == ["status": "CANCELLED", "lines": [["product": ["stock": 10]]]])
            #expect(data["late"]?["code"] == "INVALID_TRANSITION")
            let audit = try await desk.data(
                "{ auditRecords(filter: {entity: \"order\"}) { nodes { operation source changes { field new } } } }")
            #expect(audit["auditRecords"]?["nodes"]?[0]?["operation"] == "cancelOrder")
        }
    }

    @Test("What a role may not do is an error with a code, and nothing is done")
    func permits() async throws {
        try await Desk.open(role: .viewer) { desk in
            let response = await desk.answer(
                "mutation { createUser(input: {name: \"Ada\"}) { __typename } }")
            #expect(response["data"] == .null)
            #expect(response["errors"]?[0]?["extensions"]?["code"] == "FORBIDDEN")
            #expect(response["errors"]?[0]?["path"] == ["createUser"])
            let log = await desk.answer("{ users { totalCount } auditRecords { nodes { id } } }")
            #expect(log["errors"]?[0]?["extensions"]?["code"] == "FORBIDDEN")
        }
    }
}

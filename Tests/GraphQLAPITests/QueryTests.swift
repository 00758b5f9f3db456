import Domain
import GraphQL
import JSON
import Services
import Testing

@testable import GraphQLAPI

@Suite struct QueryTests {
    private static let threeLevels = """
        query Page($first: Int! = 50) {
          orders(first: $first) {
            nodes { id status total customer { name } lines { quantity price product { sku stock } } }
          }
        }
        """

    @Test("Orders, their customers, their lines and the products take four statements, however many orders there are")
    func countsStatements() async throws {
        try await Desk.open { desk in
            let products = [try await desk.product("A"), try await desk.product("B", stock: 1000)]
            for number in 1...12 {
                let user = try await desk.customer("Customer \(number % 5)")
                let lines = products.map { PlaceOrder.Line(product: $0.id, quantity: $0.sku == "A" ? 1 : number) }
                let order = try PlaceOrder(
                    user: user.id, lines: number < 10 ? lines : [lines[1]], key: IdempotencyKey("key-\(number)"))
                _ = try await desk.services.orders.place(order, as: desk.principal)
            }
            for size in [1, 7, 50] {
                let before = try await desk.executions()
                let data = try await desk.data(Self.threeLevels, ["first": .number(JSONNumber(size))])
                #expect(try await desk.executions() - before == 4)
                let nodes = try #require(data["orders"]?["nodes"]?.arrayValue)
                #expect(nodes.count == min(size, 12))
                #expect(nodes.first?["customer"]?["name"] == "Customer 2")
                #expect(nodes.first?["lines"]?[0]?["product"]?["sku"] == "B")
            }
        }
    }

    @Test("A page is followed by its cursors in both directions, and counted only where that is asked for")
    func pages() async throws {
        try await Desk.open { desk in
            for name in ["Ґанна", "Аліна", "Їжак", "Олег", "Яна"] { _ = try await desk.customer(name) }
            let page = """
                query ($after: String, $before: String, $last: Int) {
                  users(
                    first: 2, after: $after, last: $last, before: $before, sort: NAME, filter: {roles: [CUSTOMER]}
                  ) {
                    edges { cursor node { name } }
                    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                  }
                }
                """
            var names: [String] = []
            var cursor: JSONValue = .null
            var starts: [JSONValue] = []
            for _ in 1...3 {
                let users = try #require(try await desk.data(page, ["after": cursor])["users"])
                let edges = try #require(users["edges"]?.arrayValue)
                names += edges.compactMap { $0["node"]?["name"]?.stringValue }
                cursor = try #require(users["pageInfo"]?["endCursor"])
                starts.append(try #require(users["pageInfo"]?["startCursor"]))
                #expect(edges.last?["cursor"] == cursor)
                #expect(users["pageInfo"]?["hasNextPage"] == .bool(names.count < 5))
            }
            #expect(names == ["Аліна", "Ґанна", "Їжак", "Олег", "Яна"])
            let back = try await desk.data(page, ["before": starts[1], "last": 2])["users"]?["edges"]?.arrayValue
            #expect(back?.compactMap { $0["node"]?["name"]?.stringValue } == ["Аліна", "Ґанна"])
            let before = try await desk.executions()
            let count = try await desk.data("{ users(first: 1, filter: {roles: [CUSTOMER]}) { totalCount } }")
            #expect(count["users"]?["totalCount"] == 5)
            #expect(try await desk.executions() - before == 2)
        }
    }

    @Test(
        "Every list can be read by every sort in both directions, and every cursor leads on",
        arguments: [
            ("users", UserSort.allCases.map(\.graphQLName)), ("products", ProductSort.allCases.map(\.graphQLName)),
            ("orders", OrderSort.allCases.map(\.graphQLName)), ("orderLines", []), ("stockMoves", []),
            ("auditRecords", []),
        ])
    func sorts(_ list: String, _ sorts: [String]) async throws {
        try await Desk.open { desk in
            let user = try await desk.customer()
            _ = try await desk.customer("Інша")
            let product = try await desk.product()
            _ = try await desk.product("A-200", price: "0.05")
            for number in 1...2 {
                let line = PlaceOrder.Line(product: product.id, quantity: number)
                _ = try await desk.services.orders.place(
                    PlaceOrder(user: user.id, lines: [line], key: IdempotencyKey("key-\(number)")), as: desk.principal)
            }
            for sort in sorts.isEmpty ? [""] : sorts.map({ "sort: \($0), " }) {
                for direction in ["ASCENDING", "DESCENDING"] {
                    let arguments = "\(sort)direction: \(direction), first: 1"
                    let first = try await desk.data("{ l: \(list)(\(arguments)) { edges { cursor node { id } } } }")
                    let cursor = try #require(first["l"]?["edges"]?[0]?["cursor"]?.stringValue)
                    let next = try await desk.data(
                        "{ l: \(list)(\(arguments), after: \"\(cursor)\") { nodes { id } totalCount } }")
                    let id = try #require(next["l"]?["nodes"]?[0]?["id"])
                    #expect(id != first["l"]?["edges"]?[0]?["node"]?["id"], "\(list) \(arguments)")
                    #expect((next["l"]?["totalCount"]?.intValue ?? 0) >= 2)
                }
            }
        }
    }

    @Test("A page that is too long, a foreign cursor and an impossible id are errors with a code")
    func refusesPages() async throws {
        try await Desk.open { desk in
            _ = try await desk.customer()
            let users = try await desk.data("{ users(first: 1) { pageInfo { endCursor } } }")
            let cursor = try #require(users["users"]?["pageInfo"]?["endCursor"]?.stringValue)
            for (query, code) in [
                ("{ users(first: 201) { nodes { id } } }", "VALIDATION_FAILED"),
                ("{ users(first: 0) { nodes { id } } }", "VALIDATION_FAILED"),
                ("{ orders(after: \"\(cursor)\") { nodes { id } } }", "INVALID_CURSOR"),
                ("{ users(after: \"nonsense\") { nodes { id } } }", "INVALID_CURSOR"),
                ("{ user(id: \"0x1\") { id } }", "VALIDATION_FAILED"),
                ("{ dashboard(offsetMinutes: 90000) { days { day } } }", "VALIDATION_FAILED"),
            ] {
                let response = await desk.answer(query)
                #expect(response["errors"]?[0]?["extensions"]?["code"]?.stringValue == code, "\(response)")
            }
            #expect(
                try await desk.data("{ user(id: 4711) { id } product(id: 4711) { id } order(id: 4711) { id } }")
                    == ["user": nil, "product": nil, "order": nil])
        }
    }

    @Test("Filters are those of the other faces")
    func filters() async throws {
        try await Desk.open { desk in
            let user = try await desk.customer("Софія Чорна")
            _ = try await desk.product("A", price: "1.00", stock: 5)
            let dear = try await desk.product("B", price: "20.00", stock: 50)
            let line = PlaceOrder.Line(product: dear.id, quantity: 2)
            let placement = try await desk.services.orders.place(
                PlaceOrder(user: user.id, lines: [line], key: IdempotencyKey("key")), as: desk.principal)
            let id = placement.order.id
            let data = try await desk.data(
                """
                {
                  cheap: products(filter: {price: {lt: "20"}}) { nodes { sku } }
                  many: products(filter: {stock: {gte: 48, lte: 48}}) { nodes { sku price } }
                  found: orders(filter: {q: "чорна", statuses: [PLACED], total: {eq: 40}}) { nodes { id total } }
                  none: orders(filter: {createdAt: {lt: "2001-01-01"}}) { totalCount }
                  lines: orderLines(filter: {orderId: \(id)}) { nodes { total product { sku } order { id } } }
                  moves: stockMoves(filter: {orderId: "\(id)"}) { nodes { delta reason actor { name } } }
                  productByCode(code: "b") { sku }
                }
                """)
            #expect(data["cheap"] == ["nodes": [["sku": "A"]]])
            #expect(data["many"] == ["nodes": [["sku": "B", "price": "20.00"]]])
            #expect(data["found"] == ["nodes": [["id": .string("\(id)"), "total": "40.00"]]])
            #expect(data["none"] == ["totalCount": 0])
            #expect(
                data["lines"]?["nodes"]?[0]
                    == ["total": "40.00", "product": ["sku": "B"], "order": ["id": .string("\(id)")]])
            #expect(data["moves"]?["nodes"]?[0]?["delta"] == -2)
            #expect(data["productByCode"] == ["sku": "B"])
        }
    }
}

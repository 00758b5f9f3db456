import Domain
import HTTPAPI
import JSON
import Postgres
import TestSupport
import Testing

@Suite struct OrderItemAPITests {
    @Test("A line is added, changed and removed; stock, total, version and ledger follow")
    func changesLines() async throws {
        try await API.open { api in
            let user = try await api.customer()
            let (tea, cup) = (
                try await api.product("TEA", price: "10", stock: 10), try await api.product("CUP", price: "3", stock: 5)
            )
            let order = try await place(api, user, [(tea, 2)])
            let added = try await api.post(
                "/order-items", "{\"orderId\":\(order),\"productId\":\(cup),\"quantity\":4,\"discount\":50}")
            #expect(added.status == 201)
            #expect(try added.json["total"] == "6.00")
            let path = try #require(added.headers["location"])
            #expect(try await state(api, order) == "26.00 2 2")
            #expect(try await api.stock(of: cup) == 1)

            let edited = try await api.patch(path, #"{"quantity":1,"discount":"0"}"#)
            #expect(edited.status == 200)
            #expect(try await state(api, order) == "23.00 2 3")
            #expect(try await api.stock(of: cup) == 4)
            #expect(try await api.patch(path, #"{"quantity":1}"#).status == 200)
            #expect(try await state(api, order) == "23.00 2 3")

            #expect(try await api.send("DELETE", path).status == 204)
            #expect(try await api.get(path).status == 404)
            #expect(try await state(api, order) == "20.00 1 4")
            #expect(try await api.stock(of: cup) == 5)
            #expect(try await ledger(api))
            #expect(try await api.send("POST", "/orders/\(order)/cancel").status == 200)
            #expect(try await api.stock(of: tea) == 10)
            #expect(try await api.stock(of: cup) == 5)
            #expect(try await ledger(api))
        }
    }

    @Test("What can't be is refused, and nothing is written")
    func refuses() async throws {
        try await API.open { api in
            let user = try await api.customer()
            let tea = try await api.product("TEA", price: "10", stock: 5)
            let order = try await place(api, user, [(tea, 2)])
            let line = try #require(try await api.get("/order-items?orderId=\(order)").json[0]?["id"]?.intValue)
            let cases: [(String, String)] = [
                (body(order, tea, 4), "insufficient-stock"), (body(order, 999, 1), "unknown-reference"),
                (body(999, tea, 1), "unknown-reference"), (body(order, tea, 0), "validation-failed"),
                (String(body(order, tea, 1).dropLast()) + ",\"price\":\"9\"}", "price-changed"),
            ]
            for (body, code) in cases { #expect(try await api.post("/order-items", body).code == code, "\(body)") }
            #expect(try await api.patch("/order-items/\(line)", #"{"quantity":6}"#).code == "insufficient-stock")
            #expect(try await api.patch("/order-items/\(line)", #"{"quantity":null}"#).pointers == ["/quantity"])
            #expect(try await api.send("DELETE", "/order-items/\(line)").code == "last-item")
            #expect(try await api.patch("/orders/\(order)", #"{"status":"paid"}"#).status == 200)
            #expect(try await api.post("/order-items", body(order, tea, 1)).code == "order-closed")
            #expect(try await api.patch("/order-items/\(line)", #"{"quantity":1}"#).code == "order-closed")
            #expect(try await api.send("DELETE", "/order-items/\(line)").code == "order-closed")
            #expect(try await api.send("DELETE", "/order-items/999").status == 404)
            #expect(try await api.stock(of: tea) == 3)
            #expect(try await ledger(api))
        }
    }

    @Test("Lines added at the same time never take more than there is")
    func racesForStock() async throws {
        try await API.open { api in
            let user = try await api.customer()
            let (tea, cup) = (try await api.product("TEA", stock: 20), try await api.product("CUP", stock: 5))
            var orders: [Int64] = []
            for _ in 0..<4 { orders.append(try await place(api, user, [(tea, 1)])) }
            let codes = try await withThrowingTaskGroup(of: Int.self) { group in
                for order in orders + orders + orders {
                    group.addTask { try await api.post("/order-items", body(order, cup, 1)).status }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(codes.count { $0 == 201 } == 5)
            #expect(codes.count { $0 == 409 } == 7)
            #expect(try await api.stock(of: cup) == 0)
            #expect(try await ledger(api))
        }
    }

    @Test("The history of an order and the ledger of a product say what happened, the newest first")
    func tellsHistory() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 9))
            let order = try await place(api, user, [(tea, 2)])
            _ = try await api.patch("/orders/\(order)", #"{"status":"paid"}"#)
            let history = try await api.get("/orders/\(order)/history")
            #expect(history.status == 200)
            #expect(try history.json.arrayValue?.map { $0["operation"]?.stringValue } == ["editOrder", "placeOrder"])
            #expect(try history.json[0]?["changes"]?[0] == ["field": "status", "old": "placed", "new": "paid"])
            let page = try await api.get("/orders/\(order)/history?limit=1")
            let next = try #require(page.link("next"))
            #expect(next.hasPrefix("/orders/\(order)/history?"))
            #expect(try await api.get(next).json[0]?["operation"] == "placeOrder")
            #expect(try await api.get("/orders/999/history").status == 404)
            let moves = try await api.get("/products/\(tea)/stock").json
            #expect(moves.arrayValue?.map { $0["delta"]?.intValue } == [-2, 9])
            let sales = try await api.get("/products/\(tea)/stock?reason=sale&orderId=\(order)")
            #expect(try sales.json.arrayValue?.count == 1)
            #expect(try await api.get("/products/999/stock").status == 404)
        }
    }

    private func place(_ api: API, _ user: Int64, _ lines: [(Int64, Int)]) async throws -> Int64 {
        let response = try await api.post("/orders", basket(user, lines))
        #expect(response.status == 201)
        return try #require(try response.json["id"]?.intValue)
    }

    private func body(_ order: Int64, _ product: Int64, _ quantity: Int) -> String {
        "{\"orderId\":\(order),\"productId\":\(product),\"quantity\":\(quantity)}"
    }

    /// Total, lines and version of an order.
    private func state(_ api: API, _ order: Int64) async throws -> String {
        let order = try await api.get("/orders/\(order)").json
        let (count, version) = (order["itemCount"]?.intValue ?? 0, order["version"]?.intValue ?? 0)
        return "\(order["total"]?.stringValue ?? "") \(count) \(version)"
    }

    /// Whether stock is the sum of the ledger, and what each order sold the sum of its lines.
    private func ledger(_ api: API) async throws -> Bool {
        let wrong = try await api.number(
            """
            SELECT count(*) AS n FROM site.s_product p
            WHERE stock <> (SELECT coalesce(sum(delta), 0) FROM site.s_stock_move WHERE product_id = p.id)
            """)
        let unsold = try await api.number(
            """
            SELECT count(*) AS n
            FROM (SELECT order_id, product_id, sum(quantity) AS ordered FROM site.s_order_item GROUP BY 1, 2) AS i
            WHERE ordered <> (
                SELECT -sum(delta) FROM site.s_stock_move
                WHERE order_id = i.order_id AND product_id = i.product_id AND reason = 'sale')
            """)
        return wrong == 0 && unsold == 0
    }
}

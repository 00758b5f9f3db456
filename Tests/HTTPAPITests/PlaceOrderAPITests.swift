import Domain
import HTTPAPI
import JSON
import Postgres
import Services
import TestSupport
import Testing

@Suite struct PlaceOrderAPITests {
    @Test("An order is placed, located, and read back the same, with its lines and total")
    func places() async throws {
        try await API.open { api in
            let (user, tea, cup) = (
                try await api.customer(), try await api.product("TEA", price: "12.50", stock: 10),
                try await api.product("CUP", price: "0.99", stock: 3)
            )
            let body = String(basket(user, [(tea, 2), (cup, 3)]).dropLast()) + ",\"note\":\"door 7\"}"
            let placed = try await api.post("/orders", body)
            #expect(placed.status == 201)
            let order = try placed.json
            let id = try #require(order["id"]?.intValue)
            #expect(placed.headers["location"] == "/orders/\(id)")
            #expect(order["userId"]?.intValue == user)
            #expect(order["status"] == "placed")
            #expect(order["total"] == "27.97")
            #expect(order["note"] == "door 7")
            #expect(order["itemCount"] == 2)
            let line = try #require(order["items"]?[0]?.objectValue)
            #expect(
                line.names == ["id", "orderId", "productId", "sku", "name", "quantity", "price", "discount", "total"])
            #expect(line["sku"] == "TEA")
            #expect(line["total"] == "25.00")
            #expect(line["discount"] == "0.00")
            #expect(try await api.get("/orders/\(id)").json == order)
            #expect(try await api.stock(of: tea) == 8)
            #expect(try await api.stock(of: cup) == 0)
            #expect(try await api.get("/orders").json[0]?["id"]?.intValue == id)
            #expect(try await api.get("/order-items?orderId=\(id)").json.arrayValue?.count == 2)
        }
    }

    @Test("The same key answers the same order with 200, in the header bare or quoted, or in the body")
    func replays() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            let body = basket(user, [(tea, 2)])
            let first = try await api.post("/orders", body, headers: [("Idempotency-Key", "k-1")])
            #expect(first.status == 201)
            #expect(first.headers["idempotent-replayed"] == nil)
            let keyed = String(body.dropLast()) + ",\"idempotencyKey\":\"k-1\"}"
            let repeats = [
                try await api.post("/orders", body, headers: [("Idempotency-Key", "k-1")]),
                try await api.post("/orders", body, headers: [("Idempotency-Key", "\"k-1\"")]),
                try await api.post("/orders", keyed),
                try await api.post("/orders", keyed, headers: [("Idempotency-Key", "k-1")]),
            ]
            for again in repeats {
                #expect(again.status == 200)
                #expect(again.headers["idempotent-replayed"] == "true")
                #expect(again.headers["location"] == first.headers["location"])
                #expect(again.body == first.body)
            }
            #expect(try await api.stock(of: tea) == 8)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_order") == 1)
        }
    }

    @Test("A key that was used for another order is refused with 422, and nothing is written")
    func refusesReusedKey() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            let first = try await api.post("/orders", basket(user, [(tea, 2)]), headers: [("Idempotency-Key", "k-1")])
            let other = try await api.post("/orders", basket(user, [(tea, 3)]), headers: [("Idempotency-Key", "k-1")])
            #expect(other.status == 422)
            #expect(other.code == "idempotency-key-reused")
            #expect(try other.json["orderId"] == first.json["id"])
            #expect(try await api.stock(of: tea) == 8)
        }
    }

    @Test("Two different keys are refused, and so is one that is no key")
    func refusesBadKeys() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            let keyed = String(basket(user, [(tea, 1)]).dropLast()) + ",\"idempotencyKey\":\"k-1\"}"
            let both = try await api.post("/orders", keyed, headers: [("Idempotency-Key", "k-2")])
            #expect((both.status, both.code) == (400, "idempotency-key-mismatch"))
            for key in ["", "a b", "\"\"", "\"a", String(repeating: "k", count: 256), "ключ", "a\"b"] {
                let response = try await api.post(
                    "/orders", basket(user, [(tea, 1)]), headers: [("Idempotency-Key", key)])
                #expect(response.status == 422)
                #expect(try response.json["errors"]?[0]?["header"] == "Idempotency-Key")
            }
            let inBody = String(basket(user, [(tea, 1)]).dropLast()) + ",\"idempotencyKey\":\"a b\"}"
            #expect(try await api.post("/orders", inBody).pointers == ["/idempotencyKey"])
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_order") == 0)
        }
    }

    @Test("Without a key, the same order twice is two orders")
    func placesTwiceWithoutKey() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            for _ in 0..<2 { #expect(try await api.post("/orders", basket(user, [(tea, 1)])).status == 201) }
            #expect(try await api.stock(of: tea) == 8)
        }
    }

    @Test("A shortage lists every short line, writes nothing, and leaves the key free")
    func reportsShortages() async throws {
        try await API.open { api in
            let user = try await api.customer()
            let (a, b, c) = (
                try await api.product("A", stock: 1), try await api.product("B", stock: 5),
                try await api.product("C", stock: 0)
            )
            let body = basket(user, [(a, 2), (b, 5), (c, 1)])
            let short = try await api.post("/orders", body, headers: [("Idempotency-Key", "k-1")])
            #expect(short.status == 409)
            #expect(short.code == "insufficient-stock")
            let items = try #require(try short.json["items"]?.arrayValue)
            #expect(items.map { $0["productId"]?.intValue } == [a, c])
            #expect(items.map { $0["requested"]?.intValue } == [2, 1])
            #expect(items.map { $0["available"]?.intValue } == [1, 0])
            #expect(try await api.stock(of: b) == 5)
            for id in [a, c] { _ = try await api.post("/products/\(id)/stock", #"{"delta":9}"#) }
            let again = try await api.post("/orders", body, headers: [("Idempotency-Key", "k-1")])
            #expect(again.status == 201)
        }
    }

    @Test("A price that has moved since it was told is a conflict, an equal one is not")
    func checksPrices() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(price: "12.50"))
            let told = { (price: String) in
                "{\"userId\":\(user),\"items\":[{\"productId\":\(tea),\"quantity\":1,\"price\":\(price)}]}"
            }
            #expect(try await api.post("/orders", told("\"12.50\"")).status == 201)
            #expect(try await api.post("/orders", told("12.5")).status == 201)
            let moved = try await api.post("/orders", told("\"12.49\""))
            #expect((moved.status, moved.code) == (409, "price-changed"))
            #expect(try moved.json["items"]?[0]?["told"] == "12.49")
            #expect(try moved.json["items"]?[0]?["now"] == "12.50")
            #expect(try await api.stock(of: tea) == 8)
        }
    }

    @Test("A discount is a percentage in a number or a string, taken off its line, and answered with two decimals")
    func takesDiscounts() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(price: "12.50"))
            for (discount, answer, total) in [
                ("\"7.5\"", "7.50", "23.13"), ("10", "10.00", "22.50"), ("100", "100.00", "0.00"),
                ("null", "0.00", "25.00"),
            ] {
                let line = "{\"productId\":\(tea),\"quantity\":2,\"discount\":\(discount)}"
                let placed = try await api.post("/orders", "{\"userId\":\(user),\"items\":[\(line)]}")
                #expect(placed.status == 201)
                let order = try placed.json
                #expect(order["total"]?.stringValue == total)
                #expect(order["items"]?[0]?["total"]?.stringValue == total)
                #expect(order["items"]?[0]?["discount"]?.stringValue == answer)
                let id = try #require(order["id"]?.intValue)
                #expect(try await api.get("/order-items?orderId=\(id)").json[0]?["discount"]?.stringValue == answer)
            }
        }
    }

    @Test("A discount beyond the role's limit is refused at its line as it was sent, and two for one product as well")
    func refusesDiscounts() async throws {
        try await API.open(role: .operator_) { api in
            let user = try await api.customer()
            func product(_ sku: String) async throws -> Int64 {
                let new = try NewProduct(sku: sku, name: sku, price: "12.50", stock: 10)
                return try await api.services.products.create(new, as: api.principal).id.value
            }
            let (tea, cup) = (try await product("TEA"), try await product("CUP"))
            func items(_ lines: [(Int64, String)]) -> String {
                let items = lines.map { "{\"productId\":\($0),\"quantity\":1,\"discount\":\"\($1)\"}" }
                return "{\"userId\":\(user),\"items\":[\(items.joined(separator: ","))]}"
            }
            let beyond = try await api.post("/orders", items([(tea, "10"), (tea, "10"), (cup, "10.01")]))
            #expect((beyond.status, beyond.pointers) == (422, ["/items/2/discount"]))
            let two = try await api.post("/orders", items([(cup, "1"), (tea, "10"), (tea, "9")]))
            #expect((two.status, two.pointers) == (422, ["/items/2/discount"]))
            #expect(try await api.post("/orders", items([(tea, "10"), (cup, "9.99")])).status == 201)
            #expect(try await api.stock(of: tea) == 9)
        }
    }

    @Test("A customer or product that is not there is 404 with the pointer at its place")
    func namesUnknownReferences() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            let noUser = try await api.post("/orders", basket(4711, [(tea, 1)]))
            #expect((noUser.status, noUser.code, noUser.pointers) == (404, "unknown-reference", ["/userId"]))
            let noProduct = try await api.post("/orders", basket(user, [(tea, 1), (tea, 1), (4711, 1)]))
            #expect((noProduct.status, noProduct.pointers) == (404, ["/items/2/productId"]))
            #expect(try await api.stock(of: tea) == 10)
        }
    }

    @Test("Every fault of an order is reported at once")
    func reportsFaults() async throws {
        let cases =
            [
                ("{}", ["/userId", "/items"]), ("[]", [""]), ("7", [""]),
                (#"{"userId":"1","items":{}}"#, ["/userId", "/items"]),
                (#"{"userId":1,"items":[]}"#, ["/items"]),
                (
                    #"{"userId":1,"items":[{"productId":1,"quantity":0},{"productId":2,"quantity":-1}]}"#,
                    ["/items/0/quantity", "/items/1/quantity"]
                ),
                (#"{"userId":1,"items":[{"productId":1,"quantity":1.5}]}"#, ["/items/0/quantity"]),
                (#"{"userId":1,"items":[{"quantity":1},7]}"#, ["/items/0/productId", "/items/1"]),
                (
                    #"{"userId":1,"items":[{"productId":1,"quantity":1,"total":5}],"total":"0"}"#,
                    ["/items/0/total", "/total"]
                ),
                (
                    #"{"userId":1,"items":[{"productId":1,"quantity":1,"price":"x"}],"note":5}"#,
                    ["/items/0/price", "/note"]
                ),
                (
                    #"{"userId":1,"items":[{"productId":1,"quantity":1,"discount":"100.01"},{"productId":2,"quantity":1,"discount":1.005},{"productId":3,"quantity":1,"discount":true},{"productId":4,"quantity":1,"discount":"-1"}]}"#,
                    ["/items/0/discount", "/items/1/discount", "/items/2/discount", "/items/3/discount"]
                ),
                (#"{"userId":1e30,"items":[{"productId":1,"quantity":2000000}]}"#, ["/userId", "/items/0/quantity"]),
            ] as [(String, [String])]
        try await API.open { api in
            for (body, pointers) in cases {
                let response = try await api.post("/orders", body)
                #expect(response.status == 422, "\\(body)")
                #expect(response.pointers == pointers, "\\(body)")
            }
        }
    }
}

/// An order's body.
func basket(_ user: Int64, _ lines: [(Int64, Int)]) -> String {
    let items = lines.map { "{\"productId\":\($0),\"quantity\":\($1)}" }.joined(separator: ",")
    return "{\"userId\":\(user),\"items\":[\(items)]}"
}

import Domain
import HTTPAPI
import JSON
import Postgres
import TestSupport
import Testing

@Suite struct OrderAPITests {
    @Test("Cancelling puts the goods back, once, with or without a body")
    func cancels() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            let id = try await place(api, user, tea, 4)
            let cancelled = try await api.send("POST", "/orders/\(id)/cancel")
            #expect(cancelled.status == 200)
            #expect(try cancelled.json["status"] == "cancelled")
            #expect(try cancelled.json["items"]?.arrayValue?.count == 1)
            #expect(try await api.stock(of: tea) == 10)
            #expect(try await api.post("/orders/\(id)/cancel", "{}").status == 200)
            #expect(try await api.stock(of: tea) == 10)
            #expect(try await api.post("/orders/\(id)/cancel", #"{"reason":"x"}"#).pointers == ["/reason"])
            #expect(try await api.send("POST", "/orders/999/cancel").status == 404)
        }
    }

    @Test("An order moves along its life cycle and takes notes; other steps are conflicts")
    func moves() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            let id = try await place(api, user, tea, 1)
            let early = try await api.patch("/orders/\(id)", #"{"status":"shipped"}"#)
            #expect((early.status, early.code) == (409, "invalid-transition"))
            #expect(try early.json["from"] == "placed")
            let paid = try await api.patch("/orders/\(id)", #"{"status":"paid","note":"by card"}"#)
            #expect(paid.status == 200)
            #expect(try paid.json["status"] == "paid")
            #expect(try paid.json["note"] == "by card")
            #expect(try await api.patch("/orders/\(id)", #"{"note":null}"#).json["note"]?.isNull == true)
            #expect(try await api.patch("/orders/\(id)", #"{"status":"shipped"}"#).status == 200)
            #expect(try await api.send("POST", "/orders/\(id)/cancel").code == "invalid-transition")
            let wrong = try await api.patch("/orders/\(id)", #"{"status":"lost","total":"0","note":1}"#)
            #expect(wrong.pointers == ["/status", "/total", "/note"])
        }
    }

    @Test("Customers, lines and products stand beside an order when asked for")
    func embeds() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer("Ada"), try await api.product("TEA"))
            let id = try await place(api, user, tea, 2)
            let hot = "/orders?createdAt.gte=2026-01-01&sort=-createdAt&embed=user,items.product"
            let order = try #require(try await api.get(hot).json[0])
            #expect(order["id"]?.intValue == id)
            #expect(order["user"]?["name"] == "Ada")
            #expect(order["items"]?[0]?["quantity"] == 2)
            #expect(order["items"]?[0]?["product"]?["sku"] == "TEA")
            let bare = try #require(try await api.get("/orders").json[0])
            #expect(bare["user"] == nil)
            #expect(bare["items"] == nil)
            #expect(bare["itemCount"] == 1)
            #expect(bare["customer"] == "Ada")
            let items = try #require(try await api.get("/orders?embed=items").json[0])
            #expect(items["items"]?[0]?["product"] == nil)
            let one = try await api.get("/orders/\(id)?embed=user").json
            #expect(one["user"]?["id"]?.intValue == user)
            #expect(one["items"]?.arrayValue?.count == 1)
        }
    }

    @Test("Orders are filtered by customer, status, time, total and words")
    func filters() async throws {
        try await API.open { api in
            let (ada, eve) = (try await api.customer("Ada"), try await api.customer("Eve"))
            let tea = try await api.product(price: "10.00", stock: 100)
            let ids = [
                try await place(api, ada, tea, 1), try await place(api, eve, tea, 2), try await place(api, ada, tea, 3),
            ]
            _ = try await api.send("POST", "/orders/\(ids[0])/cancel")
            let expected: [(String, [Int64])] = [
                ("userId=\(ada)", [ids[2], ids[0]]), ("status=cancelled", [ids[0]]),
                ("status.in=placed,paid&sort=id", [ids[1], ids[2]]), ("total.gt=10&sort=total", [ids[1], ids[2]]),
                ("total=20", [ids[1]]), ("total.lte=20.00&total.gte=20", [ids[1]]), ("q=eve", [ids[1]]),
                ("q=\(ids[2])", [ids[2]]), ("createdAt.gte=2020-01-01&sort=id", ids),
                ("createdAt.lt=2020-01-01", []), ("createdAt.gte=2020-01-01T00:00:00%2B02:00&sort=-id", ids.reversed()),
            ]
            for (query, rows) in expected {
                let response = try await api.get("/orders?\(query)")
                #expect(try response.json.arrayValue?.compactMap { $0["id"]?.intValue } == rows, "\(query)")
            }
        }
    }

    @Test("A bound on the time of placing is exact to the millisecond that the answer shows")
    func comparesTimes() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            _ = try await place(api, user, tea, 1)
            _ = try await api.pool.query("UPDATE site.s_order SET created_at = '2026-03-01T12:00:00.5Z'")
            let expected = [
                "createdAt=2026-03-01T12:00:00.500Z": 1, "createdAt.gt=2026-03-01T12:00:00.500Z": 0,
                "createdAt.gte=2026-03-01T14:00:00.5%2B02:00": 1, "createdAt.lte=2026-03-01T12:00:00.500Z": 1,
                "createdAt.lt=2026-03-01T12:00:00.5Z": 0, "createdAt.lt=2026-03-02": 1,
            ]
            for (query, count) in expected {
                #expect(try await api.get("/orders?\(query)").json.arrayValue?.count == count, "\(query)")
            }
        }
    }

    @Test("Order lines are listed by order or product and read one by one")
    func listsLines() async throws {
        try await API.open { api in
            let user = try await api.customer()
            let (tea, cup) = (try await api.product("TEA"), try await api.product("CUP"))
            for _ in 0..<3 {
                #expect(try await api.post("/orders", basket(user, [(tea, 1), (cup, 2)])).status == 201)
            }
            #expect(try await api.get("/order-items").json.arrayValue?.count == 6)
            let ofCup = try await api.get("/order-items?productId=\(cup)&limit=2")
            #expect(try ofCup.json.arrayValue?.map { $0["sku"]?.stringValue } == ["CUP", "CUP"])
            #expect(try await api.get(try #require(ofCup.link("next"))).json.arrayValue?.count == 1)
            let line = try #require(try ofCup.json[0])
            let id = try #require(line["id"]?.intValue)
            #expect(try await api.get("/order-items/\(id)").json == line)
        }
    }

    private func place(_ api: API, _ user: Int64, _ product: Int64, _ quantity: Int) async throws -> Int64 {
        let response = try await api.post("/orders", basket(user, [(product, quantity)]))
        #expect(response.status == 201)
        return try #require(try response.json["id"]?.intValue)
    }
}

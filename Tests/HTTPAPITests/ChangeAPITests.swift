import HTTPAPI
import JSON
import Postgres
import TestSupport
import Testing

@Suite struct ChangeAPITests {
    @Test("PUT sets all that can be set, and clears what it does not name")
    func replaces() async throws {
        try await API.open { api in
            let user = try await api.post("/users", #"{"name":"Ada","email":"ada@example.com","note":"VIP"}"#)
            let path = try #require(user.headers["location"])
            let replaced = try await api.send("PUT", path, json: #"{"name":"Ada King","phone":"12345"}"#)
            #expect(replaced.status == 200)
            let row = try replaced.json
            #expect(row["name"] == "Ada King")
            #expect(row["phone"] == "12345")
            #expect(row["email"]?.isNull == true)
            #expect(row["note"]?.isNull == true)
            #expect(try await api.send("PUT", path, json: #"{"phone":"12345"}"#).pointers == ["/name"])
            let tea = try await api.product("TEA", price: "5", stock: 7)
            let product = try await api.send(
                "PUT", "/products/\(tea)", json: #"{"sku":"TEA-2","name":"Tea","price":6}"#)
            #expect(try product.json["price"] == "6.00")
            #expect(try product.json["stock"] == 7)
            let stock = try await api.send(
                "PUT", "/products/\(tea)", json: #"{"sku":"TEA-2","name":"Tea","price":6,"stock":9}"#)
            #expect(stock.pointers == ["/stock"])
            #expect(try await api.send("PUT", "/users/999", json: #"{"name":"A"}"#).status == 404)
        }
    }

    @Test("DELETE archives: the row leaves the lists, keeps its address, and comes back by restore")
    func archives() async throws {
        try await API.open { api in
            for (path, list) in [
                ("/users/\(try await api.customer("Zoe"))", "/users?q=zoe"),
                ("/products/\(try await api.product("ZED"))", "/products?sku=zed"),
            ] {
                for _ in 0..<2 {
                    let gone = try await api.send("DELETE", path)
                    #expect(gone.status == 204)
                    #expect(gone.body.isEmpty)
                }
                #expect(try await api.get(list).json.arrayValue?.isEmpty == true)
                #expect(try await api.get("\(list)&includeArchived=true").json.arrayValue?.count == 1)
                #expect(try await api.get("\(list)&archivedAt.null=false").json.arrayValue?.count == 1)
                #expect(try await api.get(path).json["archivedAt"]?.stringValue != nil)
                let back = try await api.send("POST", "\(path)/restore")
                #expect(back.status == 200)
                #expect(try back.json["archivedAt"]?.isNull == true)
                #expect(try await api.get(list).json.arrayValue?.count == 1)
            }
            #expect(try await api.send("DELETE", "/users/999").status == 404)
            #expect(try await api.send("POST", "/products/999/restore").status == 404)
        }
    }

    @Test("Prefer: return=minimal leaves out the row, and says so")
    func returnsMinimal() async throws {
        let minimal = ("Prefer", "return=minimal")
        try await API.open { api in
            let created = try await api.send("POST", "/users", headers: [minimal], json: #"{"name":"Ada"}"#)
            #expect(created.status == 204)
            #expect(created.body.isEmpty)
            #expect(created.headers["preference-applied"] == "return=minimal")
            let path = try #require(created.headers["location"])
            let edited = try await api.send("PATCH", path, headers: [minimal], json: #"{"note":"x"}"#)
            #expect(edited.status == 204)
            #expect(edited.headers["etag"]?.hasSuffix("-2\"") == true)
            let other = try await api.send(
                "PATCH", path, headers: [("Prefer", "return=representation, wait=5")], json: #"{"note":"y"}"#)
            #expect(other.status == 200)
            #expect(other.headers["preference-applied"] == nil)
        }
    }

    @Test("Prefer: tx=rollback answers as the change would, and undoes it")
    func rehearses() async throws {
        let dry = ("Prefer", "tx=rollback")
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 3))
            let placed = try await api.send("POST", "/orders", headers: [dry], json: basket(user, [(tea, 2)]))
            #expect(placed.status == 201)
            #expect(try placed.json["total"] == "25.00")
            #expect(placed.headers["preference-applied"] == "tx=rollback")
            #expect(placed.headers["location"] == nil)
            let short = try await api.send("POST", "/orders", headers: [dry], json: basket(user, [(tea, 4)]))
            #expect(short.code == "insufficient-stock")
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_order") == 0)
            #expect(try await api.stock(of: tea) == 3)
            let changes = [
                ("POST", "/users", #"{"name":"Eve"}"#, 201), ("PATCH", "/users/\(user)", #"{"name":"Eve"}"#, 200),
                ("POST", "/products/\(tea)/stock", #"{"delta":5}"#, 200), ("DELETE", "/products/\(tea)", "", 204),
                ("POST", "/users", #"[{"name":"Eve"},{"name":"Eva"}]"#, 201),
            ]
            for (method, path, body, status) in changes {
                let type = ("Content-Type", "application/json")
                let response = try await api.send(
                    method, path, headers: body.isEmpty ? [dry] : [dry, type],
                    body: body.isEmpty ? nil : Array(body.utf8))
                #expect(response.status == status, "\(method) \(path)")
                #expect(response.headers["preference-applied"] == "tx=rollback", "\(method) \(path)")
            }
            #expect(try await api.get("/users?q=ev").json.arrayValue?.isEmpty == true)
            let product = try await api.get("/products/\(tea)").json
            #expect(product["stock"] == 3)
            #expect(product["archivedAt"]?.isNull == true)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_audit WHERE operation = 'editUser'") == 0)
        }
    }

    @Test("Many rows are created together from an array or a table, all or none")
    func createsMany() async throws {
        try await API.open { api in
            let array = try await api.post("/users", #"[{"name":"Ada","email":"a@b.c"},{"name":"Eve"}]"#)
            #expect(array.status == 201)
            #expect(try array.json.arrayValue?.compactMap { $0["name"]?.stringValue } == ["Ada", "Eve"])
            let table = "sku,name,price,stock,barcode\r\nT-1,\"Tea, black\",1.50,5,\r\nT-2,Cup,2,,4820\r\n"
            let csv = [("Content-Type", "text/csv; charset=utf-8")]
            let products = try await api.send("POST", "/products", headers: csv, body: Array(table.utf8))
            #expect(products.status == 201)
            #expect(try products.json[0]?["name"] == "Tea, black")
            #expect(try products.json[1]?["stock"] == 0)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_stock_move WHERE reason = 'opening'") == 1)
            let wrong = try await api.post(
                "/products", #"[{"sku":"X","name":"X","price":1},{"sku":"","name":"Y","price":"z","x":1},7]"#)
            #expect(wrong.status == 422)
            #expect(Set(wrong.pointers) == ["/1/sku", "/1/price", "/1/x", "/2"])
            let taken = try await api.post("/users", #"[{"name":"New"},{"name":"Bob","email":"A@B.C"}]"#)
            #expect((taken.status, taken.code) == (409, "email-taken"))
            #expect(taken.pointers == ["/1/email"])
            let bad = "sku,name,price\r\nA,B,1\r\nC,D\r\n"
            let malformed = try await api.send("POST", "/products", headers: csv, body: Array(bad.utf8))
            #expect((malformed.status, malformed.code) == (400, "malformed-csv"))
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_product") == 2)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_user WHERE role = 'customer'") == 2)
        }
    }

    @Test("A thousand rows are taken at once, and one more is refused")
    func boundsRows() async throws {
        // A busy machine may take longer than a client waits.
        var limits = HTTPLimits()
        limits.handlerDeadline = .seconds(300)
        try await API.open(limits: limits) { api in
            let rows = (0..<1001).map { "{\"name\":\"U\($0)\"}" }
            let many = try await api.post("/users", "[\(rows.dropLast().joined(separator: ","))]")
            #expect(many.status == 201)
            #expect(try many.json.arrayValue?.count == 1000)
            #expect(try await api.post("/users", "[\(rows.joined(separator: ","))]").status == 422)
            #expect(try await api.post("/users", "[]").status == 422)
        }
    }
}

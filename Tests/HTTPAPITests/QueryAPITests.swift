import Domain
import HTTPAPI
import JSON
import TestSupport
import Testing

@Suite struct QueryAPITests {
    @Test("Every operation of a filter compares as its name says")
    func filters() async throws {
        let cases: [(String, [String])] = [
            ("sku=a-1", ["A-1"]), ("sku.ne=a-1", ["A-2", "B_1"]), ("sku.in=A-1,b_1", ["A-1", "B_1"]),
            ("sku.like=A*", ["A-1", "A-2"]), ("sku.like=a*", []), ("sku.ilike=*_1", ["B_1"]),
            ("name.ilike=чай*", ["A-1", "A-2", "B_1"]), ("barcode.null=true", ["A-2", "B_1"]),
            ("barcode.null=false", ["A-1"]), ("barcode.ne=4820", ["A-2", "B_1"]), ("price=2", ["A-2"]),
            ("price.ne=2", ["A-1", "B_1"]), ("price.in=1,3.00", ["A-1", "B_1"]), ("price.gt=1&price.lt=3", ["A-2"]),
            ("stock.gte=20", ["A-2", "B_1"]), ("stock.lte=10", ["A-1"]), ("id.gte=1&sort=-sku", ["B_1", "A-2", "A-1"]),
            ("createdAt.gte=2020-01-01&createdAt.lt=2999-01-01T00:00:00Z", ["A-1", "A-2", "B_1"]),
        ]
        try await API.open { api in
            for (index, sku) in ["A-1", "A-2", "B_1"].enumerated() {
                _ = try await api.product(sku, price: "\(index + 1)", stock: 10 * (index + 1))
            }
            _ = try await api.patch("/products/1", #"{"barcode":"4820"}"#)
            for (query, expected) in cases {
                let response = try await api.get("/products?\(escaped(query))")
                #expect(response.status == 200, "\(query)")
                #expect(try response.json.arrayValue?.compactMap { $0["sku"]?.stringValue } == expected, "\(query)")
            }
            for wrong in ["price.like=1", "sku.gt=a", "name.null=true", "sku.eq=a"] {
                #expect(try await api.get("/products?\(wrong)").code == "unknown-parameter", "\(wrong)")
            }
            for wrong in ["price.in=1,x", "barcode.null=maybe", "stock.gte=1.5", "id=0"] {
                #expect(try await api.get("/products?\(wrong)").code == "validation-failed", "\(wrong)")
            }
        }
    }

    @Test("Two columns sort together, each in its direction, and pages go through them without a gap")
    func sortsByTwo() async throws {
        try await API.open { api in
            for (index, price) in ["2", "1", "2", "1", "2"].enumerated() {
                _ = try await api.product("P\(index)", price: price)
            }
            let expected = ["P3", "P1", "P4", "P2", "P0"]
            let whole = try await api.get("/products?sort=price,-sku")
            #expect(try whole.json.arrayValue?.compactMap { $0["sku"]?.stringValue } == expected)
            var (walked, target): ([String], String?) = ([], "/products?sort=price,-sku&limit=2")
            for _ in 0..<3 {
                guard let page = target else { break }
                let response = try await api.get(page)
                walked += try #require(try response.json.arrayValue).compactMap { $0["sku"]?.stringValue }
                target = response.link("next")
            }
            #expect(walked == expected)
            #expect(try await api.get("/products?sort=price,sku,name").status == 422)
            #expect(try await api.get("/products?sort=colour").status == 422)
        }
    }

    @Test("Only the members that are asked for are sent, in their own order")
    func choosesFields() async throws {
        try await API.open { api in
            let id = try await api.product("TEA")
            let list = try await api.get("/products?fields=price,id")
            #expect(try list.json[0]?.objectValue?.names == ["id", "price"])
            #expect(try await api.get("/products/\(id)?fields=sku").json == ["sku": "TEA"])
            #expect(try await api.get("/products?fields=secret").status == 422)
            let twice = Array(repeating: "sku", count: 12).joined(separator: ",")
            #expect(try await api.get("/products?fields=\(twice)").status == 422)
            let (user, order) = (try await api.customer("Ada"), "/orders?fields=id&embed=user")
            _ = try await api.post("/orders", basket(user, [(id, 1)]))
            #expect(try await api.get(order).json[0]?.objectValue?.names == ["id", "user"])
        }
    }

    @Test("All rows are counted on request, exactly or about")
    func counts() async throws {
        try await API.open { api in
            for sku in ["A", "B", "C"] { _ = try await api.product(sku) }
            for precision in ["exact", "estimated"] {
                let response = try await api.get(
                    "/products?limit=1&sku.ne=b", headers: [("Prefer", "count=\(precision)")])
                #expect(response.headers["x-total-count"] == "2")
                #expect(response.headers["preference-applied"] == "count=\(precision)")
            }
            for header in ["count=some", "handling=strict"] {
                let response = try await api.get("/products", headers: [("Prefer", header)])
                #expect(response.status == 200)
                #expect(response.headers["x-total-count"] == nil)
            }
        }
    }

    @Test("Rows come as JSON, as a table or one a line, as the client likes")
    func writesForms() async throws {
        try await API.open { api in
            _ = try await api.post("/products", #"{"sku":"A","name":"=1+1, \"x\"","price":"2"}"#)
            _ = try await api.product("B", price: "3", stock: 4)
            let table = try await api.get("/products?fields=sku,name,price,barcode", headers: [("Accept", "text/csv")])
            #expect(table.headers["content-type"] == "text/csv; charset=utf-8; header=present")
            #expect(table.text == "sku,barcode,name,price\r\nA,,\"'=1+1, \"\"x\"\"\",2.00\r\nB,,Чай B,3.00\r\n")
            let lines = try await api.get("/products?fields=sku", headers: [("Accept", "application/x-ndjson")])
            #expect(lines.headers["content-type"] == "application/x-ndjson")
            #expect(lines.text == "{\"sku\":\"A\"}\n{\"sku\":\"B\"}\n")
            #expect(lines.headers["link"]?.contains("rel=\"first\"") == true)
            let both = try await api.get("/orders?embed=user", headers: [("Accept", "text/csv")])
            #expect(both.status == 422)
            #expect(try await api.get("/products/1", headers: [("Accept", "text/csv")]).status == 406)
        }
    }

    @Test("What answers say is of the shapes that the document promises")
    func keepsPromises() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 5))
            _ = try await api.post("/orders", basket(user, [(tea, 1)]))
            let cases = [
                ("/users", "listUsers"), ("/users/\(user)", "getUser"), ("/products?limit=1", "listProducts"),
                ("/products/\(tea)", "getProduct"), ("/products/\(tea)/stock", "listStockMoves"),
                ("/orders?embed=user,items.product", "listOrders"), ("/orders/1?embed=user", "getOrder"),
                ("/orders/1/history", "getOrderHistory"), ("/order-items?embed=product", "listOrderLines"),
                ("/order-items/1", "getOrderLine"),
            ]
            let endpoints = try await self.endpoints()
            for (target, name) in cases {
                let value = try await api.get(target).json
                let rows = value.arrayValue ?? [value]
                #expect(!rows.isEmpty, "\(target)")
                let shape = try #require(endpoints[name], "\(name)")
                for row in rows { #expect(shape.faults(in: row, at: .root).isEmpty, "\(target): \(row)") }
            }
        }
    }

    /// The shapes of the rows that endpoints answer with, by their names.
    private func endpoints() async throws -> [String: Shape] {
        var shapes: [String: Shape] = [:]
        for endpoint in OpenAPI.endpoints {
            switch endpoint.answers.first?.content {
            case .object(let shape)?, .rows(let shape)?: shapes[endpoint.name] = shape
            default: break
            }
        }
        return shapes
    }

    private func escaped(_ query: String) -> String {
        query.utf8.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

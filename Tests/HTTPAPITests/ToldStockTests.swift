import Domain
import JSON
import TestSupport
import Testing

/// Customers are told whether there are pieces of a product, and no face lets them find out how many.
@Suite struct ToldStockTests {
    private func withCustomer(
        _ body: (API, _ staff: String, _ customer: String, _ tea: Int64, _ coffee: Int64) async throws -> Void
    ) async throws {
        try await API.open(login: true) { api in
            let staff = try await api.logIn("staff", .operator_)
            let customer = try await api.logIn("buyer", .customer)
            let manager = API.bearer(try await api.logIn("boss", .manager))
            var ids: [Int64] = []
            for (sku, stock) in [("TEA-1", 37), ("COFFEE-1", 0)] {
                let made = try await api.post(
                    "/products", #"{"sku":"\#(sku)","name":"Box","price":"2.00","stock":\#(stock)}"#, headers: manager)
                ids.append(try #require(try made.json["id"]?.intValue))
            }
            try await body(api, staff, customer, ids[0], ids[1])
        }
    }

    @Test("REST tells the staff how many there are, and customers whether there are any")
    func tellsByREST() async throws {
        try await withCustomer { api, staff, customer, tea, coffee in
            #expect(try await api.get("/products/\(tea)", staff).json["stock"] == 37)
            let one = try await api.get("/products/\(tea)", customer)
            #expect(try one.json["stock"] == JSONValue.null)
            #expect(try one.json["inStock"] == true)
            #expect(one.headers["etag"]?.contains("37") == false)
            #expect(try await api.get("/products/\(coffee)", customer).json["inStock"] == false)
            let all = try await api.get("/products", customer)
            #expect(try all.json.arrayValue?.map { $0["stock"] } == [.null, .null])
            let table = try await api.send(
                "GET", "/products?fields=sku,stock,inStock",
                headers: API.bearer(customer) + [("Accept", "text/csv")])
            let lines = String(decoding: table.body, as: UTF8.self).split(whereSeparator: \.isNewline)
            #expect(lines == ["sku,stock,inStock", "TEA-1,,true", "COFFEE-1,,false"])
        }
    }

    @Test(
        "Customers can't ask for products by their stock, which would tell the number, too",
        arguments: ["stock.gte=20", "sort=stock", "sort=-price,stock", "stock=37"])
    func refusesQuestions(_ query: String) async throws {
        try await withCustomer { api, staff, customer, _, _ in
            #expect(try await api.get("/products?\(query)", staff).status == 200)
            let refused = try await api.get("/products?\(query)", customer)
            #expect(refused.status == 422)
            #expect(try refused.json["errors"]?[0]?["code"] == "forbidden")
        }
    }

    @Test("The graph does the same")
    func tellsByGraph() async throws {
        try await withCustomer { api, staff, customer, tea, _ in
            let fields = "product(id: \(tea)) { stock inStock }"
            func ask(_ query: String, _ token: String) async throws -> JSONValue {
                try await api.post("/graphql", #"{"query":"{ \#(query) }"}"#, headers: API.bearer(token)).json
            }
            #expect(try await ask(fields, staff)["data"]?["product"] == ["stock": 37, "inStock": true])
            #expect(try await ask(fields, customer)["data"]?["product"] == ["stock": .null, "inStock": true])
            let sorted = try await ask("products(sort: STOCK) { nodes { id } }", customer)
            #expect(sorted["errors"]?.arrayValue?.isEmpty == false)
        }
    }
}

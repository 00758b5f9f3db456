import Domain
import HTTPAPI
import JSON
import TestSupport
import Testing

@Suite struct ListAPITests {
    @Test("Following next from the first page meets every row once, whatever the sort")
    func walksForward() async throws {
        try await API.open { api in
            try await fill(api)
            for query in [
                "limit=3", "limit=3&sort=-id", "limit=4&sort=name", "limit=2&sort=-price", "limit=5&sort=-createdAt",
                "limit=3&sort=stock&price.gte=0", "limit=1&q=%D1%87%D0%B0%D0%B9",
            ] {
                let whole = try await ids(api, "/products?limit=200\(query.drop { $0 != "&" })")
                #expect(whole.count == 10)
                #expect(try await walk(api, from: "/products?\(query)") == whole, "\(query)")
            }
        }
    }

    /// The ids on a page and on all that `next` leads to.
    private func walk(_ api: API, from start: String) async throws -> [Int64] {
        var (walked, target): ([Int64], String?) = ([], start)
        for _ in 0..<20 {
            guard let page = target else { return walked }
            let response = try await api.get(page)
            walked += try #require(try response.json.arrayValue).compactMap { $0["id"]?.intValue }
            target = response.link("next")
        }
        Issue.record("The list does not end.")
        return walked
    }

    @Test("Following prev from the last page leads back to the first")
    func walksBack() async throws {
        try await API.open { api in
            try await fill(api)
            let first = try await api.get("/products?limit=4&sort=-price")
            #expect(first.link("prev") == nil)
            let second = try await api.get(try #require(first.link("next")))
            let third = try await api.get(try #require(second.link("next")))
            #expect(third.link("next") == nil)
            #expect(try third.json.arrayValue?.count == 2)
            let back = try await api.get(try #require(third.link("prev")))
            #expect(back.body == second.body)
            let start = try await api.get(try #require(back.link("prev")))
            #expect(start.body == first.body)
            #expect(third.link("first") == "/products?limit=4&sort=-price")
        }
    }

    @Test("A list without rows is an empty array with a link to itself")
    func listsNothing() async throws {
        try await API.open { api in
            for path in ["/products", "/orders", "/order-items"] {
                let response = try await api.get(path)
                #expect(response.status == 200)
                #expect(response.text == "[]")
                #expect(response.headers["link"] == "<\(path)>; rel=\"first\"")
            }
        }
    }

    @Test("A cursor is good for its own list only")
    func bindsCursors() async throws {
        try await API.open { api in
            try await fill(api)
            let next = try #require(try await api.get("/products?limit=2&sort=price").link("next"))
            let cursor = try #require(next.split(separator: "cursor=").last)
            let another = [
                "/products?cursor=\(cursor)", "/products?sort=-price&cursor=\(cursor)",
                "/products?sort=price&q=x&cursor=\(cursor)", "/users?cursor=\(cursor)",
                "/products?sort=price&cursor=\(cursor)AAAA", "/products?sort=price&cursor=\(cursor.dropLast())",
                "/products?sort=price&cursor=", "/products?sort=price&cursor=%00", "/orders?cursor=!!!!",
            ]
            for target in another {
                let response = try await api.get(target)
                #expect(response.status == 400)
                #expect(["invalid-cursor", "malformed-query"].contains(response.code ?? ""))
            }
            // The size of the page may change on the way.
            #expect(try await api.get("/products?sort=price&limit=7&cursor=\(cursor)").json.arrayValue?.count == 7)
        }
    }

    @Test("Parameters are checked: unknown and doubled ones are 400, wrong values 422")
    func checksParameters() async throws {
        let cases = [
            ("/users?limit=0", 422, "validation-failed"), ("/users?limit=201", 422, "validation-failed"),
            ("/users?limit=1e1", 422, "validation-failed"), ("/users?limit=", 422, "validation-failed"),
            ("/users?sort=colour", 422, "validation-failed"), ("/users?role=king", 422, "validation-failed"),
            ("/users?colour=red", 400, "unknown-parameter"),
            ("/users?createdAt.like=2026*", 400, "unknown-parameter"),
            ("/users?limit=1&limit=2", 400, "duplicate-parameter"), ("/users?q=%zz", 400, "malformed-query"),
            ("/users?q=%ff", 400, "malformed-query"), ("/users?q=%00", 400, "malformed-query"),
            ("/orders?createdAt.gte=yesterday", 422, "validation-failed"),
            ("/orders?createdAt.gte=2026-02-30", 422, "validation-failed"),
            ("/orders?status.in=placed,gone", 422, "validation-failed"),
            ("/orders?embed=lines", 422, "validation-failed"),
            ("/orders?userId=0", 422, "validation-failed"), ("/orders?total.gte=1,5", 422, "validation-failed"),
            ("/order-items?q=x", 400, "unknown-parameter"), ("/users/1?limit=2", 400, "unknown-parameter"),
            ("/products?stock.gte=99999999999999999999", 422, "validation-failed"),
        ]
        try await API.open { api in
            for (target, status, code) in cases {
                let response = try await api.get(target)
                #expect(response.status == status, "\\(target)")
                #expect(response.code == code, "\\(target)")
            }
        }
    }

    @Test("Several wrong parameters are reported together")
    func reportsAllParameters() async throws {
        try await API.open { api in
            let errors = try await api.get("/orders?limit=999&sort=x&status=y").json["errors"]?.arrayValue
            #expect(errors?.map { $0["parameter"]?.stringValue } == ["limit", "sort", "status"])
        }
    }

    private func fill(_ api: API) async throws {
        for index in 0..<10 {
            // Equal prices and stocks, so that the id has to decide.
            _ = try await api.product("P\(9 - index)", price: "\(index / 3)", stock: index % 4)
        }
    }

    private func ids(_ api: API, _ target: String) async throws -> [Int64] {
        try #require(try await api.get(target).json.arrayValue).compactMap { $0["id"]?.intValue }
    }
}

import HTTPAPI
import JSON
import TestSupport
import Testing

@Suite struct ConditionAPITests {
    @Test("A row has a tag and a date, and is not sent again while it is the same")
    func answersNotModified() async throws {
        try await API.open { api in
            let path = "/users/\(try await api.customer())"
            let first = try await api.get(path)
            let tag = try #require(first.headers["etag"])
            let date = try #require(first.headers["last-modified"])
            #expect(tag == "\"user\(path.dropFirst(7))-1\"")
            for known in [tag, "W/\(tag)", "\"other\", \(tag)", "\"a,b\",\(tag)", "*"] {
                let again = try await api.get(path, headers: [("If-None-Match", known)])
                #expect(again.status == 304, "\(known)")
                #expect(again.headers["etag"] == tag)
                #expect(again.headers["content-length"] == nil)
                #expect(again.body.isEmpty)
            }
            #expect(try await api.get(path, headers: [("If-None-Match", "\"other\"")]).status == 200)
            #expect(try await api.get(path, headers: [("If-Modified-Since", date)]).status == 304)
            #expect(try await api.get(path, headers: [("If-None-Match", "other")]).status == 400)
            _ = try await api.patch(path, #"{"note":"new"}"#)
            #expect(try await api.get(path, headers: [("If-None-Match", tag)]).status == 200)
        }
    }

    @Test("A page has a weak tag over its bytes")
    func tagsPages() async throws {
        try await API.open { api in
            _ = try await api.customer("Ada")
            let page = try await api.get("/users?q=ada")
            let tag = try #require(page.headers["etag"])
            #expect(tag.hasPrefix("W/\""))
            #expect(try await api.get("/users?q=ada", headers: [("If-None-Match", tag)]).status == 304)
            _ = try await api.customer("Ada")
            #expect(try await api.get("/users?q=ada", headers: [("If-None-Match", tag)]).status == 200)
        }
    }

    @Test("A change that names another state is 412 and changes nothing")
    func refusesLostUpdates() async throws {
        try await API.open { api in
            let path = "/users/\(try await api.customer("Ada"))"
            let tag = try #require(try await api.get(path).headers["etag"])
            let edit = #"{"note":"mine"}"#
            let first = try await send(api, "PATCH", path, edit, ("If-Match", tag))
            #expect(first.status == 200)
            for (method, body) in [("PATCH", edit), ("PUT", #"{"name":"Eve"}"#), ("DELETE", nil)] {
                let late = try await send(api, method, path, body, ("If-Match", tag))
                #expect((late.status, late.code) == (412, "precondition-failed"), "\(method)")
                #expect(late.headers["etag"] == first.headers["etag"])
            }
            let now = try #require(first.headers["etag"])
            #expect(try await send(api, "PATCH", path, edit, ("If-Match", "W/\(now)")).status == 412)
            #expect(try await send(api, "PATCH", path, edit, ("If-None-Match", now)).status == 412)
            #expect(try await send(api, "PATCH", path, edit, ("If-Match", "\(tag), \(now)")).status == 200)
            #expect(try await send(api, "PATCH", path, edit, ("If-Match", "*")).status == 200)
            #expect(try await send(api, "PATCH", path, edit, ("If-Match", "nonsense")).status == 400)
            #expect(try await api.get(path).json["name"] == "Ada")
        }
    }

    @Test("A sale is another state of a product, and none that an edit has to know")
    func toleratesSales() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 10))
            let before = try #require(try await api.get("/products/\(tea)").headers["etag"])
            #expect(try await api.post("/orders", basket(user, [(tea, 1)])).status == 201)
            #expect(try await api.get("/products/\(tea)", headers: [("If-None-Match", before)]).status == 200)
            let edit = try await send(api, "PATCH", "/products/\(tea)", #"{"price":"9"}"#, ("If-Match", before))
            #expect(edit.status == 200)
        }
    }

    @Test("A patch of an order and its cancellation go by its version")
    func guardsOrders() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 10))
            let placed = try await api.post("/orders", basket(user, [(tea, 1)]))
            let path = try #require(placed.headers["location"])
            let tag = try #require(placed.headers["etag"])
            #expect(try await send(api, "PATCH", path, #"{"note":"a"}"#, ("If-Match", tag)).status == 200)
            #expect(try await send(api, "PATCH", path, #"{"note":"b"}"#, ("If-Match", tag)).status == 412)
            #expect(try await send(api, "POST", "\(path)/cancel", "{}", ("If-Match", tag)).status == 412)
            #expect(try await api.stock(of: tea) == 9)
            let embedded = try await api.get("\(path)?embed=user")
            #expect(embedded.headers["etag"]?.hasPrefix("W/") == true)
        }
    }

    private func send(
        _ api: API, _ method: String, _ path: String, _ json: String?, _ header: (String, String)
    ) async throws -> TestResponse {
        guard let json else { return try await api.send(method, path, headers: [header]) }
        return try await api.send(method, path, headers: [header], json: json)
    }
}

import HTTPAPI
import HTTPTypes
import JSON
import TestSupport
import Testing

@Suite struct MethodTests {
    @Test("An unknown path is 404 with a problem document")
    func answersUnknownPaths() async throws {
        try await API.open { api in
            for path in ["/", "/nothing", "/users/", "//users", "/Users", "/users/1/2", "/%2575sers", "/users%2F1"] {
                let response = try await api.get(path)
                #expect(response.status == 404, "\(path)")
                #expect(response.headers["content-type"] == "application/problem+json")
                let problem = try response.json
                #expect(problem.objectValue?.names == ["type", "title", "status", "detail", "instance", "code"])
                #expect(problem["type"] == "/docs/problems/not-found")
                #expect(problem["status"] == 404)
                #expect(problem["instance"]?.stringValue == "urn:request:\(response.headers["x-request-id"] ?? "")")
            }
            for same in ["/users?", "/%75sers", "http://localhost/users?limit=1"] {
                #expect(try await api.get(same).status == 200, "\(same)")
            }
        }
    }

    @Test("A method that an address lacks is 405 and names those it has")
    func refusesMethods() async throws {
        let cases = [
            ("DELETE", "/users", "GET, HEAD, POST, OPTIONS"),
            ("POST", "/users/1", "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"),
            ("PUT", "/order-items", "GET, HEAD, POST, OPTIONS"), ("GET", "/orders/1/cancel", "POST, OPTIONS"),
            ("TRACE", "/orders", "GET, HEAD, POST, OPTIONS"), ("PATCH", "/health", "GET, HEAD, OPTIONS"),
            ("PROPFIND", "/products/1/stock", "GET, HEAD, POST, OPTIONS"),
        ]
        try await API.open { api in
            for (method, path, allow) in cases {
                let response = try await api.send(method, path)
                #expect(response.status == 405, "\\(method) \\(path)")
                #expect(response.code == "method-not-allowed", "\\(method) \\(path)")
                #expect(response.headers["allow"] == allow, "\\(method) \\(path)")
            }
        }
    }

    @Test("OPTIONS is 204 with Allow and the media types that are read")
    func answersOptions() async throws {
        try await API.open { api in
            let user = try await api.send("OPTIONS", "/users/1")
            #expect(user.status == 204)
            #expect(user.headers["allow"] == "GET, HEAD, PUT, PATCH, DELETE, OPTIONS")
            #expect(user.headers["accept-post"] == nil)
            #expect(user.headers["accept-patch"] == "application/merge-patch+json, application/json")
            #expect(user.headers["content-length"] == nil)
            #expect(try await api.send("OPTIONS", "/orders").headers["accept-post"] == "application/json")
            #expect(try await api.send("OPTIONS", "*").status == 204)
            #expect(try await api.send("OPTIONS", "/nothing").status == 404)
        }
    }

    @Test("HEAD answers as GET does, without the body")
    func answersHead() async throws {
        try await API.open { api in
            let id = try await api.product()
            let (port, target) = (api.port, "/products/\(id)")
            let (get, head, again) = try await onThread {
                let client = try TestClient(port: port)
                return (
                    try client.request("GET", target), try client.request("HEAD", target),
                    try client.request("GET", target)
                )
            }
            #expect(head.status == 200)
            #expect(head.headers["content-length"] == String(get.body.count))
            #expect(head.headers["content-type"] == "application/json")
            // The connection is still in step: no body came behind the head.
            #expect(again.body == get.body)
            #expect(try await api.send("HEAD", "/products/999").status == 404)
        }
    }

    @Test("Every answer has a request id, the client's where it is a name")
    func namesRequests() async throws {
        try await API.open { api in
            let theirs = try await api.get("/users", headers: [("X-Request-Id", "my.Trace-1_a")])
            #expect(theirs.headers["x-request-id"] == "my.Trace-1_a")
            for bad in ["", "a b", "x\"y", String(repeating: "a", count: 65), "ї"] {
                let ours = try await api.get("/users", headers: [("X-Request-Id", bad)])
                #expect(ours.headers["x-request-id"]?.wholeMatch(of: /[0-9a-f]{16}/) != nil)
            }
        }
    }

    @Test("Every answer carries the headers that keep browsers out of trouble")
    func setsSecurityHeaders() async throws {
        try await API.open { api in
            for target in ["/users", "/nothing", "/docs/problems/busy"] {
                let headers = try await api.get(target).headers
                #expect(headers["x-content-type-options"] == "nosniff")
                #expect(headers["cache-control"] == "private, no-cache")
                #expect(headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'")
                #expect(headers["server"] == nil)
                let date = try #require(headers["date"])
                #expect(date.wholeMatch(of: /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/) != nil)
            }
        }
    }

    @Test("Media types that are not read are 415, those that are not written 406")
    func negotiates() async throws {
        try await API.open { api in
            let body = Array(#"{"name":"Ada"}"#.utf8)
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/merge-patch+json", "json", ""]
            {
                let response = try await api.send("POST", "/users", headers: [("Content-Type", type)], body: body)
                #expect(response.status == 415)
                #expect(response.headers["accept-post"] == "application/json, text/csv")
            }
            #expect(try await api.send("POST", "/users", body: body).status == 415)
            #expect(try await api.send("POST", "/users").status == 415)
            let packed = [("Content-Type", "application/json"), ("Content-Encoding", "gzip")]
            #expect(try await api.send("POST", "/users", headers: packed, body: body).status == 415)
            let parameters = [("Content-Type", "Application/JSON; charset=utf-8")]
            #expect(try await api.send("POST", "/users", headers: parameters, body: body).status == 201)
            for accept in ["*/*", "application/*", "application/json", "text/html, application/json;q=0.5"] {
                #expect(try await api.get("/users", headers: [("Accept", accept)]).status == 200)
            }
            for accept in ["text/html", "application/json;q=0", "application/xml, */*;q=0"] {
                #expect(try await api.get("/users", headers: [("Accept", accept)]).code == "not-acceptable")
            }
        }
    }

    @Test("Every kind of problem has a page, as text and as HTML")
    func explainsProblems() async throws {
        let cases = ProblemKind.allCases
        try await API.open { api in
            for kind in cases {
                let text = try await api.get(kind.type)
                #expect(text.status == 200, "\\(kind)")
                #expect(text.headers["content-type"] == "text/plain; charset=utf-8", "\\(kind)")
                #expect(text.text.hasPrefix("\(kind.status.code) \(kind.title)\n"), "\\(kind)")
                let page = try await api.get(kind.type, headers: [("Accept", "text/html,*/*;q=0.8")])
                #expect(page.headers["content-type"] == "text/html; charset=utf-8", "\\(kind)")
                #expect(page.text.contains("<p>\(kind.explanation)</p>"), "\\(kind)")
            }
        }
    }
}

import HTTPAPI
import JSON
import TestSupport
import Testing

@Suite struct HostileRequestTests {
    @Test("A hostile body is refused in a sentence, and the server lives on")
    func refusesBodies() async throws {
        let cases = [
            ("", 400, "malformed-json"), ("{", 400, "malformed-json"), ("nul", 400, "malformed-json"),
            (#"{"name":"a","name":"b"}"#, 400, "malformed-json"), (#"{"name":"\ud800"}"#, 400, "malformed-json"),
            (#"{"name":"a"} x"#, 400, "malformed-json"), (#"{"name":"a\u0000b"}"#, 422, "validation-failed"),
            (#"{"name":"a\u0007b"}"#, 422, "validation-failed"), (#"{"name":["a"]}"#, 422, "validation-failed"),
            (#"{"name":{"a":{"b":1}}}"#, 422, "validation-failed"), ("[[[[1]]]]", 422, "validation-failed"),
            ("\u{FEFF}{}", 400, "malformed-json"), (#"{"name":1e999999999999999999}"#, 422, "validation-failed"),
        ]
        try await API.open { api in
            for (body, status, code) in cases {
                let response = try await api.post("/users", body)
                #expect(response.status == status, "\\(body)")
                #expect(response.code == code, "\\(body)")
                #expect(try await api.get("/health/live").status == 200, "\\(body)")
            }
        }
    }

    @Test("Malformed JSON is located by line, column and pointer")
    func locatesFaults() async throws {
        try await API.open { api in
            let response = try await api.post("/users", "{\n \"name\": tru }")
            #expect(try response.json["detail"]?.stringValue?.hasPrefix("line 2, column 13:") == true)
            #expect(response.pointers == ["/name"])
        }
    }

    @Test("Nesting without end is refused, not crashed on")
    func survivesNesting() async throws {
        try await API.open { api in
            for unit in ["[", "{\"a\":", "[{\"name\":"] {
                let response = try await api.post("/users", String(repeating: unit, count: 100_000))
                #expect(response.code == "malformed-json")
            }
            let array = "[" + String(repeating: "0,", count: 400_000) + "0]"
            #expect(try await api.post("/users", array).status == 422)
        }
    }

    @Test("A body beyond the limit is refused by its length, before it is sent")
    func refusesLongBodiesByLength() async throws {
        try await API.open { api in
            let port = api.port
            let (response, closed) = try await onThread {
                let client = try TestClient(port: port)
                try client.send(TestClient.head("POST /users", "Content-Length: 104857600"))
                let response = try client.response()
                return (response, client.isClosedByServer())
            }
            #expect((response.status, response.code) == (413, "content-too-large"))
            #expect(response.headers["connection"] == "close")
            #expect(closed)
        }
    }

    @Test(
        "A body that turns out too long is refused as soon as it shows, wherever it is sent",
        arguments: [
            "POST /orders", "POST /nothing", "GET /users",
        ])
    func refusesLongBodiesByCount(_ request: String) async throws {
        try await API.open { api in
            let port = api.port
            let (response, closed) = try await onThread {
                let client = try TestClient(port: port)
                try client.send(TestClient.head(request, "Transfer-Encoding: chunked"))
                let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 0x20, count: 65_536) + Array("\r\n".utf8)
                for _ in 0..<17 { try client.send(chunk) }
                let response = try client.response()
                return (response, client.isClosedByServer())
            }
            #expect((response.status, response.code) == (413, "content-too-large"))
            #expect(closed)
        }
    }

    @Test("A long body is read as it was sent, in whatever chunks it comes", arguments: [1_000, 65_536, 100_000])
    func readsChunks(_ size: Int) async throws {
        try await API.open { api in
            let rows = (0..<1000).map {
                #"{"name":"Customer \#($0)","note":"\#(String(repeating: "n", count: 500))\#($0)"}"#
            }
            let body = Array("[\(rows.joined(separator: ","))]".utf8)
            let port = api.port
            let response = try await onThread {
                let client = try TestClient(port: port)
                let type = "Content-Type: application/json"
                try client.send(TestClient.head("POST /users", type, "Transfer-Encoding: chunked"))
                for start in stride(from: 0, to: body.count, by: size) {
                    let part = body[start..<min(start + size, body.count)]
                    try client.send(Array("\(String(part.count, radix: 16))\r\n".utf8) + part + Array("\r\n".utf8))
                }
                try client.send(Array("0\r\n\r\n".utf8))
                return try client.response()
            }
            #expect(response.status == 201)
            let made = try #require(try response.json.arrayValue)
            #expect(made.map { $0["name"] } == (0..<1000).map { .string("Customer \($0)") })
            #expect(made.last?["note"] == .string(String(repeating: "n", count: 500) + "999"))
        }
    }

    @Test("A body that does not come in time is 408, and the connection ends")
    func refusesSlowBodies() async throws {
        var limits = HTTPLimits()
        limits.bodyDeadline = .milliseconds(200)
        try await API.open(limits: limits) { api in
            let port = api.port
            let (response, closed) = try await onThread {
                let client = try TestClient(port: port)
                try client.send(TestClient.head("POST /users", "Content-Length: 100") + [0x7B])
                let response = try client.response()
                return (response, client.isClosedByServer())
            }
            #expect((response.status, response.code) == (408, "request-timeout"))
            #expect(closed)
        }
    }

    @Test("Two hundred slow bodies do not keep others from being answered")
    func servesBesideSlowBodies() async throws {
        try await API.open { api in
            let port = api.port
            let status = try await onThread {
                let slow = try (0..<200).map { _ in try TestClient(port: port) }
                for client in slow {
                    try client.send(TestClient.head("POST /users", "Content-Length: 100") + [0x7B])
                }
                return try TestClient(port: port).request("GET", "/users").status
            }
            #expect(status == 200)
        }
    }

    @Test("A silent connection is closed")
    func closesSilentConnections() async throws {
        var limits = HTTPLimits()
        limits.idleTimeout = .milliseconds(200)
        try await API.open(limits: limits) { api in
            let port = api.port
            let closed = try await onThread { try TestClient(port: port).isClosedByServer() }
            #expect(closed)
            let dripping = try await onThread {
                let client = try TestClient(port: port)
                try client.send(Array("GET /users HTTP/1.1\r\nHo".utf8))
                return client.isClosedByServer()
            }
            #expect(dripping)
        }
    }

    @Test("What is not HTTP is a problem document too, and the connection ends")
    func refusesGarbage() async throws {
        let cases = [
            "garbage\r\n\r\n",
            "GET /users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "POST /users HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET /users HTTP/1.1\r\nHost: localhost\r\n folded: x\r\n\r\n",
            "GET /users HTTP/1.1\r\nHost: localhost\r\nA\u{0}: x\r\n\r\n",
            "GET /users HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n",
            "GET /users HTTP/1.1\r\nHost: localhost\r\n\(String(repeating: "X: a\r\n", count: 200))\r\n",
            "GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n",
        ]
        try await API.open { api in
            for bytes in cases {
                let port = api.port
                let (response, closed) = try await onThread {
                    let client = try TestClient(port: port)
                    try client.send(Array(bytes.utf8))
                    let response = try client.response()
                    return (response, client.isClosedByServer())
                }
                #expect(response.status == 400, "\\(bytes.prefix(60))")
                #expect(response.headers["content-type"] == "application/problem+json", "\\(bytes.prefix(60))")
                #expect(response.code == "malformed-request", "\\(bytes.prefix(60))")
                #expect(closed, "\\(bytes.prefix(60))")
            }
        }
    }

    @Test("A server on the loopback address answers for its own names only")
    func checksHosts() async throws {
        let cases = [
            ("localhost", 200), ("localhost:4000", 200), ("127.0.0.1", 200), ("[::1]:80", 200), ("LOCALHOST", 200),
            ("evil.example", 421), ("localhost.evil.example", 421), ("127.0.0.1.nip.io", 421), ("", 400), ("a b", 400),
            ("user@localhost", 400), ("localhost:port", 400),
        ]
        try await API.open { api in
            for (host, status) in cases {
                let response = try await api.get("/users", headers: [("Host", host)])
                #expect(response.status == status, "\\(host)")
            }
        }
    }

    @Test("No host and two hosts are refused")
    func checksHostCount() async throws {
        try await API.open { api in
            let port = api.port
            for hosts in ["", "Host: localhost\r\nHost: localhost\r\n"] {
                let response = try await onThread {
                    let client = try TestClient(port: port)
                    try client.send(Array("GET /users HTTP/1.1\r\n\(hosts)\r\n".utf8))
                    return try client.response()
                }
                #expect((response.status, response.code) == (400, "malformed-request"))
            }
        }
    }

    @Test("A page of another site can't change anything through the operator's browser")
    func refusesOtherSites() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            _ = try await api.post("/orders", basket(user, [(tea, 1)]))
            let theirs = try await api.send("POST", "/orders/1/cancel", headers: [("Origin", "http://evil.example")])
            #expect((theirs.status, theirs.code) == (403, "cross-origin"))
            let null = try await api.send("POST", "/orders/1/cancel", headers: [("Origin", "null")])
            #expect(null.status == 403)
            #expect(try await api.get("/orders/1").json["status"] == "placed")
            let ours = try await api.send("POST", "/orders/1/cancel", headers: [("Origin", "http://localhost")])
            #expect(ours.status == 200)
            #expect(try await api.get("/users", headers: [("Origin", "http://evil.example")]).status == 200)
        }
    }

    @Test("Texts that other systems stumble over come back as they went in")
    func keepsTexts() async throws {
        try await API.open { api in
            let names = [
                "'; DROP TABLE site.s_user; --", "100% _ \\ $1 ${x}", "O’Brien \"Q\"", "Ґанна 𝄞", "مرحبا",
            ]
            for name in names {
                let body = JSONValue.object(JSONObject([("name", .string(name))])).description
                let created = try await api.post("/users", body)
                #expect(created.status == 201)
                #expect(try created.json["name"]?.stringValue == name)
            }
            #expect(try await api.get("/users?q=%25").json.arrayValue?.count == 1)
        }
    }

    @Test("A client that asks for the end of the connection gets it, in any spelling")
    func closesOnRequest() async throws {
        let cases = ["close", "Close", "keep-alive, CLOSE"]
        try await API.open { api in
            for value in cases {
                let port = api.port
                let (response, closed) = try await onThread {
                    let client = try TestClient(port: port)
                    let response = try client.request("GET", "/users", headers: [("Connection", value)])
                    return (response, client.isClosedByServer())
                }
                #expect(response.headers["connection"] == "close", "\\(value)")
                #expect(closed, "\\(value)")
            }
        }
    }

    @Test("A client that waits for leave to send its body gets it, unless the body is too long")
    func invitesBodies() async throws {
        try await API.open { api in
            let port = api.port
            let expect = ["Content-Type: application/json", "Expect: 100-continue"]
            let (leave, created, refused) = try await onThread {
                let client = try TestClient(port: port)
                let body = Array(#"{"name":"Ada"}"#.utf8)
                try client.send(TestClient.head("POST /users", expect[0], expect[1], "Content-Length: \(body.count)"))
                let leave = try client.response().status
                try client.send(body)
                let created = try client.response().status
                try client.send(TestClient.head("POST /users", expect[0], expect[1], "Content-Length: 99999999"))
                return (leave, created, try client.response().status)
            }
            #expect((leave, created, refused) == (100, 201, 413))
        }
    }

    @Test("Requests that are sent ahead are answered in their order")
    func answersPipelines() async throws {
        try await API.open { api in
            let port = api.port
            let statuses = try await onThread {
                let client = try TestClient(port: port)
                let body = #"{"name":"Ada"}"#
                let post = TestClient.head(
                    "POST /users", "Content-Type: application/json", "Content-Length: \(body.utf8.count)")
                let requests = TestClient.head("GET /users") + post + Array(body.utf8) + TestClient.head("GET /x")
                try client.send(requests)
                return [try client.response().status, try client.response().status, try client.response().status]
            }
            #expect(statuses == [200, 201, 404])
        }
    }
}

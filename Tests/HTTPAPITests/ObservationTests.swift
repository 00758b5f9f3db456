import HTTPAPI
import JSON
import Synchronization
import TestSupport
import Testing

@Suite struct ObservationTests {
    @Test("The metrics count requests by route, orders by what became of them, and what the process uses")
    func metrics() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product(stock: 3))
            let order = #"{"userId":\#(user),"items":[{"productId":\#(tea),"quantity":2}]}"#
            let key = [("Idempotency-Key", "k1")]
            for status in [201, 200] { #expect(try await api.post("/orders", order, headers: key).status == status) }
            #expect(try await api.post("/orders", order).status == 409)
            #expect(try await api.get("/nowhere/\(user)").status == 404)
            // A request ends behind its answer.
            var page = try await api.get("/metrics")
            try await eventually("Requests whose answers have come are in flight still.") {
                page = try await api.get("/metrics")
                return page.text.contains("\nhttp_requests_in_flight 1\n")
            }
            #expect(page.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            let lines = Set(page.text.split(separator: "\n").map(String.init))
            for line in [
                #"http_requests_total{method="POST",route="/orders",status="201"} 1"#,
                #"http_requests_total{method="POST",route="/orders",status="200"} 1"#,
                #"http_requests_total{method="",route="",status="404"} 1"#,
                #"http_request_duration_seconds_bucket{method="POST",route="/orders",le="+Inf"} 3"#,
                #"http_request_duration_seconds_count{method="POST",route="/orders"} 3"#,
                #"http_problems_total{code="insufficient-stock"} 1"#, "http_requests_in_flight 1",
                "orders_created_total 1", "oversell_prevented_total 1", "idempotent_replays_total 1",
                "db_pool_waiting 0",
            ] {
                #expect(lines.contains(line), "\(line)")
            }
            expectWellFormed(page.text)
            #expect(page.text.contains(/\nprocess_resident_memory_bytes [1-9]\d{6,}\n/))
            #expect(page.text.contains(/\nprocess_open_fds [1-9]/))
        }
    }

    /// Each family is described once, before its samples, and buckets only grow.
    private func expectWellFormed(_ text: String) {
        var described: Set<String> = []
        var (bucket, last) = ("", 0)
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# TYPE ") {
                #expect(described.insert(String(line.split(separator: " ")[2])).inserted)
            }
            guard !line.hasPrefix("#"), let name = line.firstMatch(of: /^[a-z_]+/)?.0 else { continue }
            let family = ["_bucket", "_sum", "_count"].reduce(String(name)) { name, suffix in
                name.hasSuffix(suffix) && described.contains(String(name.dropLast(suffix.count)))
                    ? String(name.dropLast(suffix.count)) : name
            }
            #expect(described.contains(family), "\(line)")
            if name.hasSuffix("_bucket"), let end = line.firstRange(of: "le=") {
                let count = Int(line.split(separator: " ").last ?? "") ?? -1
                if bucket == line[..<end.lowerBound] { #expect(count >= last, "\(line)") }
                (bucket, last) = (String(line[..<end.lowerBound]), count)
            }
        }
    }

    @Test("Each request has its line in the access log, with the trace that it belongs to and without its query")
    func logs() async throws {
        let lines = Mutex<[[UInt8]]>([])
        var options = HTTPOptions()
        options.tellsTiming = true
        options.accessLog = { line in lines.withLock { $0.append(line) } }
        try await API.open(options: options) { api in
            let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            let answer = try await api.get(
                "/users?q=secret", headers: [("traceparent", trace), ("X-Request-Id", "mine")])
            #expect(answer.headers["server-timing"]?.contains(/^db;dur=\d+\.\d{3}, total;dur=\d+\.\d{3}$/) == true)
            #expect(try await api.get("/users/x").status == 404)
            // A line is written behind its answer, and each of the two has a connection of its own.
            try await eventually("There is no line of each request.") { lines.withLock { $0.count } == 2 }
            let written = try lines.withLock { $0 }.map { try JSONValue(parsing: Array($0.dropLast())) }
            let first = try #require(written.first { $0["request-id"]?.stringValue == "mine" })
            #expect(first["trace"]?.stringValue == "4bf92f3577b34da6a3ce929d0e0e4736")
            #expect(first["path"]?.stringValue == "/users")
            #expect(first["route"]?.stringValue == "/users")
            #expect(first["status"]?.intValue == 200)
            #expect(first["bytes"]?.intValue == Int64(answer.body.count))
            #expect(first["source"]?.stringValue == "127.0.0.1")
            let second = try #require(written.first { $0["request-id"]?.stringValue != "mine" })
            #expect(second["problem"]?.stringValue == "not-found")
            #expect(second["route"]?.stringValue == "/users/{id}")
        }
    }

    @Test("A client of HTTP/1.0 gets the end of the connection with its answer, unless it asks to keep it")
    func oldClients() async throws {
        try await API.open { api in
            let port = api.port
            let (plain, isClosed) = try await onThread {
                let client = try TestClient(port: port)
                try client.send(Array("GET /users HTTP/1.0\r\nHost: localhost\r\n\r\n".utf8))
                let response = try client.response()
                return (response, client.isClosedByServer())
            }
            #expect(plain.status == 200)
            #expect(plain.headers["connection"] == "close")
            #expect(isClosed)
            let kept = try await onThread {
                let client = try TestClient(port: port)
                let request = Array("GET /users HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n".utf8)
                try client.send(request)
                let first = try client.response()
                try client.send(request)
                return [first.status, try client.response().status]
            }
            #expect(kept == [200, 200])
            let stream = try await onThread {
                let client = try TestClient(port: port)
                try client.send(Array("GET /events HTTP/1.0\r\nHost: localhost\r\n\r\n".utf8))
                return try client.read(until: "\nid: ")
            }
            // There are no chunks in HTTP/1.0.
            #expect(stream.hasSuffix("\r\n\r\nretry: 3000\nid: "))
        }
    }
}

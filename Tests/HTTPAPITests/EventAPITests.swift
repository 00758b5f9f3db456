import Domain
import HTTPAPI
import JSON
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct EventAPITests {
    @Test("Events come as they happen, chosen by type, and whoever comes back goes on behind the last one")
    func follows() async throws {
        // On a busy machine an order may take longer than the silence behind which a stream says that it is there.
        var limits = HTTPLimits()
        limits.streams.heartbeat = .seconds(600)
        try await API.open(limits: limits) { api in
            let port = api.port
            let client = try await onThread {
                let client = try TestClient(port: port)
                try client.send(TestClient.head("GET /events?types=order.*"))
                let head = try client.read(until: "\r\n\r\n")
                #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(head.contains("Content-Type: text/event-stream\r\n"))
                #expect(try client.read(until: "\n\n").contains("retry: 3000\nid: "))
                return client
            }
            let order = try await order(api)
            let event = try await onThread { try client.read(until: "\n\n") }
            #expect(event.contains("event: order.created\n"))
            #expect(event.contains(#""entityId":\#(order),"data":{"id" : \#(order), "#))
            let id = try #require(event.firstMatch(of: /id: (\d+-\d+)\n/)).1
            #expect(try await api.send("POST", "/orders/\(order)/cancel").status == 200)
            for head in [
                TestClient.head("GET /events?types=order.*", "Last-Event-ID: \(id)"),
                TestClient.head("GET /events?types=order.*&since=\(id)"),
            ] {
                let next = try await onThread {
                    let client = try TestClient(port: port)
                    try client.send(head)
                    _ = try client.read(until: "\r\n\r\n")
                    _ = try client.read(until: "\n\n")
                    return try client.read(until: "\n\n")
                }
                #expect(next.contains("event: order.cancelled\n"))
            }
        }
    }

    @Test("A silent stream tells that it is there, and where it stands; one that is too old ends in order")
    func pings() async throws {
        var limits = HTTPLimits()
        limits.streams.heartbeat = .milliseconds(50)
        limits.streams.life = .milliseconds(400)
        try await API.open(limits: limits) { api in
            let port = api.port
            let text = try await onThread {
                let client = try TestClient(port: port)
                try client.send(TestClient.head("GET /events"))
                return try client.read(until: "\r\n0\r\n\r\n")
            }
            #expect(text.contains(": ping\nid: "))
        }
    }

    @Test("A place that is none, a type that is none, and a place that is lost are refused")
    func refuses() async throws {
        try await API.open { api in
            #expect(try await api.get("/events?since=yesterday").status == 422)
            #expect(try await api.get("/events", headers: [("Last-Event-ID", "7")]).status == 422)
            #expect(try await api.get("/events?types=tax.*").status == 422)
            let future = try await api.get("/events?since=999999999999-1")
            #expect(future.status == 410)
            #expect(future.code == "events-expired")
            #expect(try await api.send("HEAD", "/events").status == 200)
        }
    }

    @Test("Only so many follow at a time")
    func bounded() async throws {
        var limits = HTTPLimits()
        limits.streams.count = 1
        try await API.open(limits: limits) { api in
            let port = api.port
            let first = try await onThread {
                let client = try TestClient(port: port)
                try client.send(TestClient.head("GET /events"))
                _ = try client.read(until: "id: ")
                return client
            }
            let second = try await api.get("/events")
            #expect(second.status == 503)
            #expect(second.code == "overloaded")
            #expect(second.headers["retry-after"] == "5")
            withExtendedLifetime(first) {}
        }
    }

    private func order(_ api: API) async throws -> Int64 {
        let (user, tea) = (try await api.customer(), try await api.product())
        let response = try await api.post(
            "/orders", #"{"userId":\#(user),"items":[{"productId":\#(tea),"quantity":2}]}"#)
        #expect(response.status == 201)
        return try #require(try response.json["id"]?.intValue)
    }
}

import Domain
import HTTPAPI
import Logging
import Postgres
import ServiceLifecycle
import Services
import TestSupport
import Testing

@Suite struct HTTPServiceTests {
    @Test("A taken port is told as such, and the first server goes on")
    func reportsTakenPort() async throws {
        try await API.open { api in
            let second = service(api, port: api.port)
            let failure = try await #require(throws: HTTPStartFailure.self) { try await second.run() }
            #expect(failure.reason == .addressInUse)
            #expect(failure.description == "HTTP can't listen on 127.0.0.1:\(api.port): another program has the port.")
            #expect(try await api.get("/users").status == 200)
        }
    }

    @Test("An address that this machine does not have is told as such")
    func reportsForeignAddress() async throws {
        try await API.open { api in
            let foreign = service(api, host: "203.0.113.7", port: 0)
            let failure = try await #require(throws: HTTPStartFailure.self) { try await foreign.run() }
            #expect(failure.reason == .addressNotAvailable)
        }
    }

    @Test("A cancelled server stops while clients are still connected, and its port is free again")
    func stops() async throws {
        try await API.open { api in
            let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
            let first = service(api, port: 0) { continuation.yield($0) }
            let running = Task { try await first.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            let idle = try await onThread {
                let clients = try (0..<20).map { _ in try TestClient(port: port) }
                #expect(try clients[0].request("GET", "/users").status == 200)
                // Half a request stays under way for as long as the server lets it.
                try clients[1].send(TestClient.head("POST /users", "Content-Length: 9"))
                return clients
            }
            running.cancel()
            try await running.value
            let closed = try await onThread { idle.allSatisfy { $0.isClosedByServer() } }
            #expect(closed)
            let again = service(api, port: port) { continuation.yield($0) }
            let restarted = Task { try await again.run() }
            #expect(await iterator.next() == port)
            restarted.cancel()
            try await restarted.value
        }
    }

    @Test("A server that is stopped while it starts stops, every time")
    func stopsWhileStarting() async throws {
        try await API.open { api in
            for round in 0..<40 {
                let starting = service(api, port: 0)
                let running = Task { try await starting.run() }
                for _ in 0..<round % 8 { await Task.yield() }
                running.cancel()
                try await running.value
            }
        }
    }

    @Test("Within a service group, a graceful shutdown ends the server")
    func stopsWithItsGroup() async throws {
        try await API.open { api in
            let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
            let member = GroupMember(service: service(api, port: 0) { continuation.yield($0) })
            let group = ServiceGroup(
                services: [member], logger: Logger(label: "test"))
            let running = Task { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            let client = try await onThread {
                let client = try TestClient(port: port)
                #expect(try client.request("GET", "/users").status == 200)
                return client
            }
            await group.triggerGracefulShutdown()
            try await running.value
            #expect(try await onThread { client.isClosedByServer() })
        }
    }

    @Test("A client that does not take its answer loses it, and the connection that waited gets its turn")
    func cutsOffSlowReaders() async throws {
        var limits = HTTPLimits()
        limits.connections = 1
        limits.idleTimeout = .milliseconds(500)
        try await API.open(limits: limits) { api in
            try await fillWithLongOrders(api)
            let port = api.port
            let (waited, isWhole) = try await onThread {
                let slow = try TestClient(port: port)
                _ = try slow.request("GET", "/health/live")
                try slow.send(TestClient.head("GET /orders?limit=200&embed=items"))
                // Only one connection is served at a time: this one is answered once the other is gone.
                let waited = try TestClient(port: port).request("GET", "/health/live").status
                return (waited, (try? slow.response()) != nil)
            }
            #expect(waited == 200)
            #expect(!isWhole)
        }
    }

    @Test("A request whose headers are too long is refused once it is sent whole, and its connection is given back")
    func givesBackRefusedConnections() async throws {
        var limits = HTTPLimits()
        (limits.connections, limits.idleTimeout, limits.linger) = (4, .seconds(3600), .seconds(3600))
        try await API.open(limits: limits) { api in
            let fields = (0..<40_000).map { "X-Header-\($0): \($0)" }
            let port = api.port
            try await onThread {
                for _ in 0..<20 {
                    let client = try TestClient(port: port)
                    try client.send(TestClient.head("GET /users", fields.joined(separator: "\r\n")))
                    #expect(try client.response().status == 400)
                }
            }
            // It would wait for an hour if the refused ones had kept their places.
            #expect(try await api.get("/health/live").status == 200)
        }
    }

    /// 200 orders of ten long lines, 8 MB in all: more than the system's socket buffers hold.
    private func fillWithLongOrders(_ api: API) async throws {
        let (user, tea) = (try await api.customer(), try await api.product())
        _ = try await api.pool.query(
            """
            INSERT INTO site.s_order (user_id, total, line_count, source)
            SELECT \(user)::bigint, 10, 10, 'importer' FROM generate_series(1, 200)
            """)
        _ = try await api.pool.query(
            """
            INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price)
            SELECT s_order.id, line, \(tea)::bigint, 'A-100', repeat('x', 4000), 1, 1
            FROM site.s_order, generate_series(1, 10) AS line
            """)
    }

    @Test("A request under way when the server stops is finished")
    func finishesRequests() async throws {
        try await API.open { api in
            let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
            let (asked, asking) = AsyncStream.makeStream(of: Void.self)
            let (gate, opening) = AsyncStream.makeStream(of: Void.self)
            let slow = HTTPService(
                services: api.services, principal: api.principal, port: 0, logger: Logger(label: "test"),
                health: {
                    asking.yield()
                    for await _ in gate { break }
                    return HealthReport(version: "1", environment: "local", uptime: .zero, checks: [])
                }, onListening: { continuation.yield($0) })
            let running = Task { try await slow.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            async let answer = onThread { try TestClient(port: port).request("GET", "/health") }
            var waiting = asked.makeAsyncIterator()
            await waiting.next()
            running.cancel()
            opening.yield()
            #expect(try await answer.status == 200)
            try await running.value
        }
    }

    private func service(
        _ api: API, host: String = "127.0.0.1", port: Int, onListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> HTTPService {
        HTTPService(
            services: api.services, principal: api.principal, host: host, port: port, logger: Logger(label: "test"),
            health: { HealthReport(version: "1", environment: "local", uptime: .zero, checks: []) },
            onListening: onListening)
    }
}

/// The server as a member of a service group.
private struct GroupMember: Service {
    let service: HTTPService

    func run() async throws { try await service.run() }
}

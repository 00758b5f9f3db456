import Domain
import HTTPAPI
import Logging
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

import Glibc
import Synchronization
import TestSupport
import Testing

/// `oblik serve` on a port, and the ways in which it is hit.
final class Server: Sendable {
    /// What is killed.
    enum Target: CaseIterable {
        case program, backend, postmaster
        /// The database server, told to stop at once and crash (SIGQUIT).
        case quit
        /// The program, frozen and thawed.
        case pause
    }

    private let shop: Shop
    private let port: Int
    private let running = Mutex<ChildProgram?>(nil)

    init(shop: Shop, port: Int) { (self.shop, self.port) = (shop, port) }

    /// Starts the program, and waits until it serves.
    func start() async throws {
        let child = try shop.start(Shop.program, ["serve"], ["OBLIK_HTTP_PORT": "\(port)"])
        running.withLock { $0 = child }
        try await waitUntilReady()
    }

    /// Kills one process of the server with SIGKILL, and waits until orders can be taken again.
    func kill(_ target: Target) async throws {
        switch target {
        case .program:
            running.withLock { $0 }?.send(SIGKILL)
            _ = try await running.withLock { $0 }?.end()
            return try await start()
        case .backend:
            let postmaster = try #require(shop.postmaster())
            let backends = RunningProcess.all().filter { $0.parent == postmaster && $0.arguments.contains(" oblik ") }
            if let victim = backends.randomElement() { Glibc.kill(victim.id, SIGKILL) }
        case .postmaster:
            let postmaster = try #require(shop.postmaster())
            Glibc.kill(postmaster, SIGKILL)
        case .quit:
            let postmaster = try #require(shop.postmaster())
            Glibc.kill(postmaster, SIGQUIT)
        case .pause:
            let program = try #require(running.withLock { $0 })
            program.send(SIGSTOP)
            // Nobody answers until it goes on.
            let answer = try? await onThread { [port] in
                try TestClient(port: port, patienceSeconds: 1).request("GET", "/health/live")
            }
            #expect(answer == nil)
            program.send(SIGCONT)
        }
        try await waitUntilReady()
    }

    /// Freezes the process that writes down what committed without waiting; it dies with its server.
    func holdWriter() throws {
        let postmaster = try #require(shop.postmaster())
        let writer = RunningProcess.all().first { $0.parent == postmaster && $0.arguments.contains("walwriter") }
        Glibc.kill(try #require(writer).id, SIGSTOP)
    }

    /// Ends the program in order, and gives its exit code.
    func stop() async throws -> Int32 {
        let child = try #require(running.withLock { $0 })
        child.send(SIGTERM)
        return try await child.end()
    }

    private func waitUntilReady() async throws {
        try await eventually("the server is ready", seen: { running.withLock { $0 }?.errors ?? "" }) {
            let response = try? await onThread { [port] in
                try TestClient(port: port, patienceSeconds: 5).request("GET", "/health/ready")
            }
            return response?.status == 200 ? () : nil
        }
    }
}

import Glibc
import JSON
import TestSupport
import Testing

extension EndToEnd {
    @Suite(.enabled(if: PooledServer.isInstalled, "PgBouncer is not installed; script/faults installs it."))
    struct PoolerTests {
        @Test("Through PgBouncer in transaction mode many clients share few sessions, and orders stand once")
        func sharesSessions() async throws {
            try await Shop.open { shop in
                let server = try await PooledServer.start(in: shop)
                do {
                    try await serve(server)
                } catch {
                    try await server.stop()
                    throw error
                }
                try await server.stop()
            }
        }

        private func serve(_ server: PooledServer) async throws {
            let child = try server.shop.start(
                Shop.program, ["serve", "--migrate"],
                [
                    "OBLIK_DATABASE_URL": server.pooled, "OBLIK_DATABASE_POOLER": "transaction",
                    "OBLIK_DATABASE_DIRECT": server.direct, "OBLIK_DATABASE_POOL_SIZE": "16",
                    "OBLIK_HTTP_AUTH": "none",
                ])
            do {
                try await work(server, port: child.port())
            } catch {
                child.send(SIGTERM)
                try await child.end()
                throw error
            }
            child.send(SIGTERM)
            #expect(try await child.end() == 0)
            #expect(!child.errors.contains("42P05") && !child.errors.contains("26000"))
        }

        /// Clients order, somebody hears of it, and keys are asked twice.
        private func work(_ server: PooledServer, port: Int) async throws {
            let listener = try await onThread {
                let listener = try TestClient(port: port, patienceSeconds: 300)
                try listener.send(TestClient.head("GET /events?types=order.*"))
                _ = try listener.read(until: "\n\n")
                return listener
            }
            let load = try await Load(port: port, clients: 64)
            let clients = Task { try await load.run() }
            try await load.waitForMore(300)
            load.stop()
            let answered = try await clients.value
            #expect(try await Load.losses(of: answered) { try await server.psql($0) } == [])
            let event = try await onThread { try listener.read(until: "event: order.created") }
            #expect(event.contains("id: "))
            for (key, order) in answered.prefix(5) {
                let again = try await load.send(key: key)
                #expect(again.status == 200)
                #expect(try JSONValue(parsing: again.body)["id"]?.intValue == order)
            }
            // The program's own sixteen connections end at the pooler, which has no more than its few sessions.
            let named = "SELECT count(*) FROM pg_stat_activity WHERE application_name = "
            let sessions = try #require(try await Int(server.psql(named + "'oblik'")))
            #expect((1...PooledServer.sessions).contains(sessions))
            #expect(try await server.psql(named + "'oblik live'") != "0")
        }
    }
}

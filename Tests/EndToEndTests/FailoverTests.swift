import Glibc
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct FailoverTests {
        @Test(
            "When the primary dies and its synchronous standby takes over, no order that was answered is lost or doubled"
        )
        func survives() async throws {
            try await Shop.open { shop in
                let pair = try await ServerPair.start(in: shop)
                do {
                    try await failOver(pair)
                } catch {
                    try await pair.stop()
                    throw error
                }
                try await pair.stop()
            }
        }

        @Test(
            "Under Patroni the machine of the leader dies, the other takes over by itself, and the dead one comes back",
            .enabled(if: PatroniPair.isInstalled, "Patroni and etcd are not installed; script/faults installs them."))
        func survivesUnderPatroni() async throws {
            try await Shop.open { shop in
                let pair = try await PatroniPair.start(in: shop)
                do {
                    try await failOver(pair)
                    try await pair.rejoin()
                } catch {
                    try await pair.stop()
                    throw error
                }
                try await pair.stop()
            }
        }

        /// Has clients place orders while the server that takes changes dies.
        private func failOver(_ pair: some ReplicatedServers) async throws {
            let child = try pair.shop.start(
                Shop.program, ["serve", "--migrate"], ["OBLIK_DATABASE_URL": pair.conninfo, "OBLIK_HTTP_AUTH": "none"])
            do {
                let load = try await Load(port: child.port(), clients: 8)
                let clients = Task { try await load.run() }
                try await load.waitForMore(20)
                try await pair.failOver()
                try await load.waitForMore(40)
                load.stop()
                try await prove(clients.value, pair)
            } catch {
                child.send(SIGTERM)
                try await child.end()
                throw error
            }
            child.send(SIGTERM)
            #expect(try await child.end() == 0)
        }

        /// Compares the answers with what the new primary holds.
        private func prove(_ answered: [String: Int64], _ pair: some ReplicatedServers) async throws {
            #expect(answered.count >= 60)
            var kept: [String: Int64] = [:]
            for row in try await pair.psql("SELECT key, order_id FROM site.s_idempotency").split(separator: "\n") {
                let parts = row.split(separator: "|")
                kept[String(parts[0])] = Int64(parts[1])
            }
            for (key, order) in answered { #expect(kept[key] == order, "\(key)") }
            #expect(try await pair.psql("SELECT count(*) FROM site.s_order") == "\(kept.count)")
            let wrong = """
                SELECT count(*) FROM site.s_product p WHERE stock <>
                (SELECT sum(delta) FROM site.s_stock_move WHERE product_id = p.id)
                """
            #expect(try await pair.psql(wrong) == "0")
        }
    }
}

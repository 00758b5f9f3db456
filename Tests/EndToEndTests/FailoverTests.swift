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
                    #expect(try await failOver(pair) == [])
                } catch {
                    try await pair.stop()
                    throw error
                }
                try await pair.stop()
            }
        }

        @Test("Without a synchronous standby, orders are lost that were answered and that the standby had not heard of")
        func needsSynchrony() async throws {
            try await Shop.open { shop in
                let pair = try await ServerPair.start(in: shop, isSynchronous: false)
                do {
                    let losses = try await failOver(pair) { load in
                        try await pair.part()
                        try await load.waitForMore(20)
                    }
                    #expect(losses.count >= 20)
                    #expect(losses.allSatisfy { $0.contains("was answered") }, "\(losses)")
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
                    #expect(try await failOver(pair) == [])
                    try await pair.rejoin()
                } catch {
                    try await pair.stop()
                    throw error
                }
                try await pair.stop()
            }
        }

        /// Has clients place orders while the server that takes changes dies; says what was lost.
        private func failOver(
            _ pair: some ReplicatedServers, before: (Load) async throws -> Void = { _ in }
        ) async throws -> [String] {
            let child = try pair.shop.start(
                Shop.program, ["serve", "--migrate"], ["OBLIK_DATABASE_URL": pair.conninfo, "OBLIK_HTTP_AUTH": "none"])
            do {
                let load = try await Load(port: child.port(), clients: 8)
                let clients = Task { try await load.run() }
                try await load.waitForMore(20)
                try await before(load)
                try await pair.failOver()
                try await load.waitForMore(40)
                load.stop()
                let losses = try await losses(of: clients.value, pair)
                child.send(SIGTERM)
                #expect(try await child.end() == 0)
                return losses
            } catch {
                child.send(SIGTERM)
                try await child.end()
                throw error
            }
        }

        /// Compares the answers with what the new primary holds.
        private func losses(of answered: [String: Int64], _ pair: some ReplicatedServers) async throws -> [String] {
            #expect(answered.count >= 60)
            return try await Load.losses(of: answered) { try await pair.psql($0) }
        }
    }
}

import TestSupport
import Testing

extension EndToEnd {
    @Suite struct NetworkTests {
        private static let password = "three plain words"

        @Test("While the network is still the terminal answers keys and keeps the order; then it goes on, cut or not")
        func stillness() async throws {
            try await Shop.open { shop in
                #expect(try await shop.oblik("db", "start").code == 0)
                let added = try await shop.run(
                    "/bin/sh",
                    ["-c", "printf '%s\\n' \"$0\" | oblik user add olena --role manager --name Olena", Self.password])
                #expect(added.code == 0, "\(added.errors)")
                let wire = try await Self.wire(shop)
                do {
                    try await work(shop, wire)
                    wire.shut()
                } catch {
                    wire.shut()
                    throw error
                }
                #expect(try await shop.oblik("db", "stop").code == 0)
            }
        }

        /// A wire to the shop's own server.
        private static func wire(_ shop: Shop) async throws -> Wire {
            let parts = try await shop.psql(
                "SELECT current_setting('unix_socket_directories'), current_setting('port')"
            ).split(separator: "|")
            return try Wire(to: String(parts[0]), port: try #require(Int(parts[1])))
        }

        private func work(_ shop: Shop, _ wire: Wire) async throws {
            let database = try await shop.psql("SELECT current_database(), current_user").split(separator: "|")
            let url = "host=\(wire.directory) port=5432 dbname=\(database[0]) user=\(database[1])"
            let desk = try await Desk.open(shop)
            try await desk.type("clear; OBLIK_DATABASE_URL='\(url)' oblik --no-http")
            try await desk.press("Enter")
            try await desk.wait(for: "Log in", "Login", "Password")
            try await desk.enter("olena")
            try await desk.type(Self.password)
            try await desk.wait(for: "*****************")
            try await desk.press("Enter")
            try await desk.wait(for: "1 New order", "Olena@local")
            try await desk.furnish()
            try await desk.beginOrder()
            try await desk.enter("3*A-100")
            try await desk.wait(for: "360.00")
            wire.hold()
            // Help needs no database, and what is typed behind it waits for its answer.
            try await desk.press("F1")
            try await desk.wait(for: "type to search")
            try await desk.press("F3")
            try await desk.enter("2*A-101")
            try await desk.wait(for: "db lost", "A-100", "360.00")
            try await desk.type("B-1")
            try await desk.wait(for: "db lost", "A-100", "B-1")
            wire.letGo()
            // What was typed into the stillness has become a line by itself.
            try await desk.wait(for: "● db", "851.00")
            wire.cut()
            try await place(desk, shop)
        }

        /// Types what the order still lacks, and places it.
        private func place(_ desk: Desk, _ shop: Shop) async throws {
            try await desk.press("Enter")
            try await desk.wait(for: "893.00")
            try await desk.press("F10")
            try await desk.wait(for: "Order 1 placed, 3 lines, 893.00")
            #expect(try await shop.psql("SELECT count(*) FROM site.s_order") == "1")
            try await desk.quit()
        }
    }
}

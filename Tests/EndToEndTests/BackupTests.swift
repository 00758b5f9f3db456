import Glibc
import Testing

extension EndToEnd {
    @Suite struct BackupTests {
        /// One line for each table: its name, its rows, and a checksum over all of them.
        private static let checksums = """
            SELECT string_agg(
                format('SELECT %L, count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM %I.%I t',
                    table_name, table_schema, table_name),
                ' UNION ALL ' ORDER BY table_name)
            FROM information_schema.tables
            WHERE table_schema = 'site' AND table_type = 'BASE TABLE'
            """

        private func checksums(_ shop: Shop) async throws -> String {
            try await shop.psql(try await shop.psql(Self.checksums) + " ORDER BY 1")
        }

        @Test("A backup restored is the same shop, table by table, and what was there before is kept")
        func roundTrip() async throws {
            try await Shop.open { shop in
                #expect(try await shop.oblik("db", "start").code == 0)
                #expect(try await shop.oblik("seed", "--orders", "200", "--seed", "3").code == 0)
                let before = try await checksums(shop)
                #expect(before.split(separator: "\n").count >= 8)
                let file = shop.folder + "/shop.dump"
                #expect(try await shop.oblik("db", "backup", file).code == 0)
                var status = stat()
                #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
                _ = try await shop.psql("UPDATE site.s_product SET name = 'Spoilt'; DELETE FROM site.s_idempotency")
                #expect(try await checksums(shop) != before)
                let restored = try await shop.oblik("db", "restore", file)
                #expect(restored.code == 0, "\(restored.errors)")
                #expect(try await checksums(shop) == before)
                let kept = try #require(restored.output.firstMatch(of: /oblik_before_[0-9]+/)).output
                let names = try await shop.psql("SELECT datname FROM pg_database ORDER BY 1").split(separator: "\n")
                #expect(names.contains(kept))
                #expect(!names.contains { $0.hasPrefix("oblik_restored") })
                #expect(try await shop.oblik("verify").code == 0)
                #expect(try await shop.oblik("db", "stop").code == 0)
            }
        }

        @Test("One row too few, or one digit that is another, is found in whichever table it is")
        func findsChanges() async throws {
            try await Shop.open { shop in
                #expect(try await shop.oblik("db", "start").code == 0)
                #expect(try await shop.oblik("seed", "--orders", "20", "--seed", "3").code == 0)
                let file = shop.folder + "/shop.dump"
                #expect(try await shop.oblik("db", "backup", file).code == 0)
                let before = try await checksums(shop)
                let faults = [
                    "s_audit": "DELETE FROM site.s_audit WHERE id = (SELECT max(id) FROM site.s_audit)",
                    "s_order_item": "UPDATE site.s_order_item SET price = price + 0.01 WHERE id = 1",
                    "s_user": "UPDATE site.s_user SET name = name || ' ' WHERE id = (SELECT max(id) FROM site.s_user)",
                ]
                for (table, fault) in faults {
                    #expect(try await shop.oblik("db", "restore", "--force", file).code == 0)
                    #expect(try await checksums(shop) == before)
                    _ = try await shop.psql("SET session_replication_role = replica; \(fault)")
                    let now = try await checksums(shop).split(separator: "\n")
                    let found = now.filter { !before.contains($0) }.map { $0.prefix { $0 != "|" } }
                    #expect(found == [table[...]])
                }
                #expect(try await shop.oblik("db", "stop").code == 0)
            }
        }

        @Test("What is no backup, what is broken off, and a shop that others are in are refused, and change nothing")
        func refusals() async throws {
            try await Shop.open { shop in
                #expect(try await shop.oblik("db", "start").code == 0)
                #expect(try await shop.oblik("seed", "--orders", "50", "--seed", "3").code == 0)
                let before = try await checksums(shop)
                let file = shop.folder + "/shop.dump"
                #expect(try await shop.oblik("db", "backup", file).code == 0)
                let missing = try await shop.oblik("db", "restore", shop.folder + "/nothing")
                #expect(missing.code != 0 && missing.errors.contains("nothing"))
                #expect(Files.write("no backup", to: shop.folder + "/other"))
                let half = try await shop.run(
                    "/bin/sh", ["-c", #"head -c 9000 "$0" > "$1""#, file, shop.folder + "/half"])
                #expect(half.code == 0 && Files.bytes(of: file).count > 9000)
                for name in ["other", "half"] {
                    let refused = try await shop.oblik("db", "restore", "\(shop.folder)/\(name)")
                    #expect(refused.code != 0, "\(name)")
                }
                let user = try shop.start(
                    "/bin/sh", ["-c", #"psql "$(oblik db url)" -XAqt -c 'SELECT pg_sleep(600)'"#])
                defer { user.forget() }
                let isAsleep = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'"
                try await eventually("somebody in the database") { try await shop.psql(isAsleep) == "1" ? () : nil }
                let inUse = try await shop.oblik("db", "restore", file)
                #expect(inUse.code != 0 && inUse.errors.contains("--force"), "\(inUse.errors)")
                let databases = "SELECT count(*) FROM pg_database WHERE datname LIKE 'oblik%'"
                #expect(try await shop.psql(databases) == "1")
                #expect(try await checksums(shop) == before)
                #expect(try await shop.oblik("db", "restore", "--force", file).code == 0)
                #expect(try await shop.psql(databases) == "2")
                _ = try await user.end()
                #expect(try await shop.oblik("db", "stop").code == 0)
            }
        }
    }
}

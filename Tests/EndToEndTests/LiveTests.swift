import Glibc
import Testing

extension EndToEnd {
    @Suite struct LiveTests {
        @Test("What others change shows without a key: on an order's line, and in a list")
        func changes() async throws {
            try await Shop.open { shop in
                let desk = try await Desk.open(shop)
                try await desk.startOblik()
                try await desk.furnish()
                try await desk.beginOrder()
                try await desk.enter("3*A-100")
                try await desk.wait(for: "TOTAL  360.00 ₴")
                _ = try await shop.psql("UPDATE site.s_product SET price = 125 WHERE sku = 'A-100'")
                try await desk.wait(for: "120.00 → 125.00", "1 repriced")
                _ = try await shop.psql("UPDATE site.s_product SET stock = 1 WHERE sku = 'A-100'")
                try await desk.wait(for: "have 1", "! 1 short")
                try await desk.goHome()

                try await desk.press("3")
                try await desk.wait(for: "Олена Іваненко", "F6 New")
                _ = try await shop.psql("UPDATE site.s_user SET name = 'Олена Петренко' WHERE name LIKE 'Олена%'")
                try await desk.wait(for: "Олена Петренко")
                _ = try await shop.psql("INSERT INTO site.s_user (name, search) VALUES ('Zoe', 'zoe')")
                let screen = try await desk.wait(for: "1 new")
                #expect(!screen.contains("Zoe"))
                try await desk.press("F5")
                try await desk.wait(for: "Zoe")
                try await desk.quit()
                try await shop.waitUntilNothingRuns()
            }
        }
    }
}

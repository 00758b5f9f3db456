import Glibc
import Testing

extension EndToEnd {
    @Suite struct SharingTests {
        @Test("A second program joins the first one's database, outlives it, and the last one out stops it")
        func joins() async throws {
            try await Shop.open { shop in
                let first = try await Desk.open(shop, name: "first")
                let second = try await Desk.open(shop, name: "second")
                try await first.startOblik()
                try await first.createCustomer("Ada Lovelace")
                let server = try #require(shop.postmaster())

                try await second.startOblik()
                try await second.press("3")
                try await second.wait(for: "Ada Lovelace")
                #expect(shop.postmaster() == server)
                try await second.goHome()

                try await first.quit()
                try await eventually("the first program has ended", seen: { "\(shop.programs())" }) {
                    shop.programs().count == 2 ? () : nil
                }
                try await second.createCustomer("Grace Hopper")
                #expect(shop.postmaster() == server)
                let names = try await shop.psql("SELECT name FROM site.s_user WHERE name LIKE '% %' ORDER BY id")
                #expect(names == "Ada Lovelace\nGrace Hopper")
                try await second.quit()
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("A port that is taken is said on Home, and everything but the listener works")
        func takenPort() async throws {
            let taken = try TakenPort()
            try await Shop.open(["OBLIK_HTTP_PORT": "\(taken.number)"]) { shop in
                let desk = try await Desk.open(shop)
                try await desk.startOblik()
                try await desk.wait(for: "http off", "\(taken.number)")
                try await desk.createCustomer("Ada Lovelace")
                #expect(try await shop.psql("SELECT count(*) FROM site.s_user WHERE name = 'Ada Lovelace'") == "1")
                try await desk.quit()
                try await shop.waitUntilNothingRuns()
            }
        }
    }
}

import JSON
import Testing

extension EndToEnd {
    @Suite struct OrderTests {
        @Test("From an empty folder to an order by keys alone, and HTTP and psql know it")
        func firstOrder() async throws {
            try await Shop.open { shop in
                let desk = try await Desk.open(shop)
                try await desk.startOblik()
                #expect(try await desk.screen().contains("The shop is empty"))
                try await desk.furnish()
                try await desk.beginOrder()
                try await desk.enter("3*A-100", "coff", "2 B-1", "")
                try await desk.wait(for: "Enter places the order", "689.50 ₴")
                try await desk.enter("")
                try await desk.wait(for: "Order 1 placed, 3 lines, 689.50 ₴")
                try await desk.goHome()
                let orders = try await desk.get("/orders").arrayValue ?? []
                #expect(orders.map { $0["total"]?.stringValue } == ["689.50"])
                let seen = try await shop.psql(
                    """
                    SELECT o.total, u.name, sum(i.quantity), count(*) FROM site.s_order o
                    JOIN site.s_user u ON u.id = o.user_id JOIN site.s_order_item i ON i.order_id = o.id GROUP BY 1, 2
                    """)
                #expect(seen == "689.50|Олена Іваненко|6|3")
                let stock = try await shop.psql("SELECT sku, stock FROM site.s_product ORDER BY sku")
                #expect(stock == "A-100|7\nA-101|4\nB-1|5")
                try await shortage(desk, shop)
                try await desk.quit()
                try await shop.waitUntilNothingRuns()
            }
        }

        /// An order that can't be had keeps its lines and says why; with what there is, it is placed.
        private func shortage(_ desk: Desk, _ shop: Shop) async throws {
            try await desk.beginOrder()
            try await desk.enter("2*A-100", "9*A-101")
            try await desk.wait(for: "A-100", "A-101")
            try await desk.press("F10")
            try await desk.wait(for: "have 4")
            #expect(try await shop.psql("SELECT count(*) FROM site.s_order") == "1")
            try await desk.press("F8")
            try await desk.wait(until: "no line is short") { !$0.contains("have 4") }
            try await desk.press("F10")
            try await desk.wait(for: "Order 2 placed, 2 lines, 1 222.00 ₴")
            let stock = try await shop.psql("SELECT sku, stock FROM site.s_product ORDER BY sku")
            #expect(stock == "A-100|5\nA-101|0\nB-1|5")
        }
    }
}

import Testing

extension EndToEnd {
    @Suite struct PaletteTests {
        @Test("The palette opens lists with a filter and orders by number, shows themes before they are chosen")
        func palette() async throws {
            try await Shop.open { shop in
                let desk = try await Desk.open(shop)
                try await desk.startOblik()
                try await desk.furnish()
                try await lists(desk)
                try await records(desk)
                try await looks(desk)
                try await said(desk)
                try await desk.quit()
            }
        }

        private func lists(_ desk: Desk) async throws {
            try await desk.type(":products stock:..6")
            try await desk.wait(for: "their stock: stock:..6")
            try await desk.press("Enter")
            try await desk.wait(until: "products with little stock are shown") {
                $0.contains("A-101") && !$0.contains("A-100") && $0.contains("Filter stock:..6")
            }
            try await desk.type(":products stock:many")
            try await desk.wait(for: "stock: a whole number", ":", "products stock:many")
            try await desk.press("F12")
            try await desk.goHome()
        }

        private func records(_ desk: Desk) async throws {
            try await desk.type(":customer 2233")
            try await desk.wait(for: "Олена Іваненко")
            try await desk.press("Enter")
            try await desk.wait(for: "olena@example.com", "Since")
            try await desk.type(":order 999999")
            try await desk.press("Enter")
            try await desk.wait(for: "There is no order 999999.", "order 999999")
            try await desk.press("F12")
            // Faster than any answer: what is found opens, and the last key is for the product.
            try await desk.type(":product b-1")
            try await desk.press("Enter", "+")
            try await desk.wait(for: "Stock of B-1")
            try await desk.goHome()
        }

        private func looks(_ desk: Desk) async throws {
            let before = try await desk.screen(colors: true)
            try await desk.type(":theme gr")
            // The green screen's ground among 256 colours.
            try await desk.wait(for: "Theme: green")
            try await eventually("the green theme is shown") {
                try await desk.screen(colors: true).split(separator: "\n").first
                    != before.split(separator: "\n").first ? () : nil
            }
            try await desk.press("F12")
            try await eventually("the colours are as before", seen: { (try? await desk.screen(colors: true)) ?? "" }) {
                try await desk.screen(colors: true) == before ? () : nil
            }
        }

        private func said(_ desk: Desk) async throws {
            try await desk.press("C-t")
            try await desk.wait(for: "Messages", "B-1 Cup is saved")
            try await desk.press("F12")
        }
    }
}

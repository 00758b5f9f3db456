import Glibc
import Testing

extension EndToEnd {
    @Suite struct LooksTests {
        @Test("Sizes, stops, help, palette and themes: whatever is done to the screen, it is whole again")
        func looks() async throws {
            try await Shop.open { shop in
                let desk = try await Desk.open(shop)
                try await desk.startOblik()
                try await sizes(desk)
                try await stop(desk, shop)
                try await overlays(desk)
                try await themes(desk)
                try await desk.quit()
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("With NO_COLOR there is no colour on the screen, and everything is still said")
        func noColor() async throws {
            try await Shop.open(["NO_COLOR": "1"]) { shop in
                let desk = try await Desk.open(shop)
                try await desk.startOblik()
                #expect(try await colors(desk).isEmpty)
                try await desk.press("2")
                try await desk.wait(for: "Orders", "F6 New")
                #expect(try await colors(desk).isEmpty)
                try await desk.quit()
            }
        }

        private func sizes(_ desk: Desk) async throws {
            let before = try await desk.wait(for: "The shop is empty", "F3 Quit")
            for (columns, rows) in [(60, 16), (40, 10), (1, 1), (200, 50)] {
                try await desk.resize(columns: columns, rows: rows)
                if rows >= 10 { try await desk.wait(for: "New order", "Products", "F1 Help") }
                try await desk.press("Down")
            }
            for _ in 0..<4 { try await desk.press("Up") }
            try await desk.resize(columns: 80, rows: 24)
            try await desk.wait(until: "the screen is as before") { $0 == before }
        }

        private func stop(_ desk: Desk, _ shop: Shop) async throws {
            let before = try await desk.screen()
            try await desk.press("C-z")
            try await desk.wait(for: "Stopped")
            try await desk.shell("stty -a > \(shop.folder)/stopped")
            #expect(Files.text(of: shop.folder + "/stopped").contains(" icanon"))
            try await desk.enter("fg")
            try await desk.wait(until: "the screen is as before") { $0 == before }
            try await desk.press("4")
            try await desk.wait(for: "Products", "F6 New")
            try await desk.goHome()
        }

        private func overlays(_ desk: Desk) async throws {
            let before = try await desk.screen()
            try await desk.press("F1")
            try await desk.wait(for: "Keys", "Take a new order")
            try await desk.press("Escape")
            try await desk.wait(until: "the screen is as before") { $0 == before }
            try await desk.press("C-p")
            try await desk.type("theme")
            try await desk.wait(for: "All commands", "Theme: light", "Theme: mono")
            try await desk.press("Escape")
            try await desk.wait(until: "the screen is as before") { $0 == before }
        }

        private func themes(_ desk: Desk) async throws {
            let dark = try await colors(desk)
            #expect(!dark.isEmpty)
            try await choose("light", desk)
            try await eventually("the theme is light") {
                let light = try await colors(desk)
                return light.isEmpty || light == dark ? nil : ()
            }
            try await choose("mono", desk)
            try await eventually("the theme is mono") { try await colors(desk).isEmpty ? () : nil }
            try await choose("dark", desk)
            try await eventually("the theme is dark") { try await colors(desk) == dark ? () : nil }
        }

        private func choose(_ theme: String, _ desk: Desk) async throws {
            try await desk.press("C-p")
            try await desk.wait(for: "All commands")
            try await desk.type("theme \(theme)")
            try await desk.wait(until: "one theme is left") {
                $0.contains("Theme: \(theme)") && $0.components(of: "Theme: ") == 1
            }
            try await desk.press("Enter")
            try await desk.wait(until: "the palette is closed") { !$0.contains("All commands") }
        }

        /// The colours of the first line, which is the same on all screens: the numbers 30 to 49 and 90 to 107 of SGR
        /// sequences (ECMA-48, 8.3.117).
        private func colors(_ desk: Desk) async throws -> Set<String> {
            let screen = try await desk.screen(colors: true).split(separator: "\n").first ?? ""
            var found: Set<String> = []
            for sequence in screen.matches(of: /\u{1B}\[([0-9;:]*)m/) {
                let numbers = sequence.1.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }
                let isColor = numbers.contains { (30...49).contains($0) || (90...107).contains($0) }
                if isColor { found.insert(String(sequence.1)) }
            }
            return found
        }
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}

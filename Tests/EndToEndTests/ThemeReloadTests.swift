import TestSupport
import Testing

extension EndToEnd {
    @Suite struct ThemeReloadTests {
        @Test("A theme that is saved shows at once, a faulty one is told with its place, and the last good one stays")
        func reload() async throws {
            try await Shop.open { shop in
                let assets = "\(shop.folder)/assets"
                let desk = try await Desk.open(shop)
                let folders = ["themes", "migrations", "config"].map { Repository.path($0) }.joined(separator: " ")
                try await desk.shell("mkdir \(assets); cp -r \(folders) \(assets)")
                try await desk.startOblik("--assets-dir \(assets)")
                let theme = "\(assets)/themes/dark.toml"
                let good = Files.text(of: theme)
                let before = try await desk.screen(colors: true)

                // As editors save: a new file is put in the place of the old one.
                let red = good.replacing("night = \"#101418\"", with: "night = \"#5f0000\"")
                try await replace(theme, red, shop)
                try await desk.wait(for: "Theme dark was read anew.")
                #expect(try await desk.screen(colors: true).contains("48;5;52"))

                try await replace(
                    theme, good.replacing("title = { fg = \"white\"", with: "title = { fg = \"wite\""), shop)
                try await desk.wait(for: "themes/dark.toml:22:11: role.title.fg:")
                #expect(try await desk.screen(colors: true).contains("48;5;52"))

                // And as a shell does: written over.
                #expect(Files.write(good, to: theme))
                try await desk.wait(for: "Theme dark was read anew.")
                let after = try await desk.screen(colors: true)
                #expect(!after.contains("48;5;52"))
                #expect(before.split(separator: "\n").first == after.split(separator: "\n").first)
                try await desk.quit()
            }
        }

        private func replace(_ path: String, _ text: String, _ shop: Shop) async throws {
            let new = "\(shop.folder)/new.toml"
            #expect(Files.write(text, to: new))
            let outcome = try await shop.run("/bin/mv", [new, path])
            #expect(outcome.code == 0)
        }
    }
}

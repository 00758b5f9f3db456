import Glibc
import Reactor
import TestSupport
import Testing

extension EndToEnd {
    /// Every kind of terminal at every size: a process each, which needs no database to show Home.
    @Suite struct AnyTerminalTests {
        private static let loop = PollLoop(name: "terminals")
        private static let sizes: [(columns: Int32, rows: Int32)] = [(80, 24), (60, 16), (40, 10), (1, 1)]
        private static let noDatabase = [
            "OBLIK_DATABASE_URL": "host=/nowhere dbname=none connect_timeout=1", "OBLIK_HTTP_ENABLED": "false",
        ]

        @Test(
            "It starts, shows Home, quits, and leaves the terminal as it was, in three locales and four sizes",
            arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100", "unknown-foo"])
        func starts(term: String) async throws {
            try await Shop.open(Self.noDatabase) { shop in
                for locale in ["C", "C.UTF-8", "uk_UA.UTF-8"] {
                    for size in Self.sizes { try await visit(shop, term, locale, size) }
                }
            }
        }

        private func visit(
            _ shop: Shop, _ term: String, _ locale: String, _ size: (columns: Int32, rows: Int32)
        ) async throws {
            let plain = try await Self.plainMode()
            let what: Comment = "\(term), \(locale), \(size.columns)x\(size.rows)"
            let terminal = try open(shop, ["TERM": term, "LC_ALL": locale], size)
            // One cell shows no word; a picture has been drawn when the cursor stands where it belongs.
            if size.rows > 1 {
                try await terminal.expect(locale.hasPrefix("uk") ? "Нове замовлення" : "New order")
                try await terminal.expect(locale.hasPrefix("uk") ? "Товари" : "Products")
            } else {
                try await terminal.expect("\u{1B}[")
            }
            await terminal.type("q")
            #expect(try await terminal.end() == 0, what)
            #expect(await terminal.finalMode == plain, what)
            let stream = TerminalStream(await terminal.bytes)
            #expect(stream.offence == nil, what)
            for mode in [1000, 1004, 1006, 1049, 2004, 2026] { #expect(stream.modes[mode] != true, what) }
            #expect(stream.modes[25] != false, what)
            if locale == "C" {
                #expect(await terminal.bytes.allSatisfy { $0 < 0x80 }, what)
            }
        }

        @Test("200 sizes one after the other are survived, and no byte is sent that does not belong")
        func storm() async throws {
            try await Shop.open(Self.noDatabase) { shop in
                let terminal = try open(shop, ["TERM": "xterm-256color"], (80, 24))
                try await terminal.expect("Products")
                var random = SeededRandom(seed: 20_261_125)
                for _ in 0..<200 {
                    await terminal.resize(
                        rows: .random(in: 1...70, using: &random), columns: .random(in: 1...220, using: &random))
                }
                await terminal.resize(rows: 24, columns: 80)
                await terminal.type("\u{0C}?")
                try await terminal.expect("Keys")
                await terminal.type("\u{1B}[24~q")
                #expect(try await terminal.end() == 0)
                #expect(TerminalStream(await terminal.bytes).offence == nil)
            }
        }

        private func open(
            _ shop: Shop, _ variables: [String: String], _ size: (columns: Int32, rows: Int32)
        ) throws -> PseudoTerminal {
            try PseudoTerminal(
                Shop.program, [], environment: shop.environment.merging(variables) { $1 }, rows: size.rows,
                columns: size.columns, loop: Self.loop)
        }

        /// The mode of a terminal that nobody has changed.
        private static func plainMode() async throws -> [UInt32] {
            let terminal = try PseudoTerminal("/bin/true", loop: loop)
            _ = try await terminal.end()
            return await terminal.finalMode
        }
    }
}

import Reactor
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct HostileTests {
        private static let loop = PollLoop(name: "hostile")

        /// Texts as SQL writes them: escapes, controls of both ranges, bidi, zero width, joined emoji, zalgo, private
        /// use, wide.
        private static let texts = [
            #"E'\x1b[2J\x1b]52;c;ZXZpbA==\x07\x1bP+q\x1b\\ '"#, #"E'a\nb\r\tc\x08\x08\x0c\x0e\x7f '"#,
            #"U&'\009b2J\0090q\009c\0085 '"#, #"U&'\202Ex\2066\200B\200E\FEFF\2060\00ADy '"#,
            #"U&'\+01F468\200D\+01F469\200D\+01F467\FE0F\+01F1FA\+01F1E6\+01F44D\+01F3FD '"#,
            #"'Z' || repeat(U&'\0300\0301\0323', 40)"#, #"U&'\2028\2029\E000\+0E0041\FFFE\+10FFFF '"#,
            #"U&'\6F22\5B57\0639\0631\0628\064A\0E01\0E33 '"#,
        ]

        @Test("Whatever stands in the text columns, no control byte reaches the terminal that was not meant")
        func staysSafe() async throws {
            try await Shop.open { shop in
                let terminal = try PseudoTerminal(
                    Shop.program, [], environment: shop.environment, rows: 30, columns: 120, loop: Self.loop)
                try await terminal.expect("The shop is empty")
                try await expectAllColumns(shop)
                for (number, text) in Self.texts.enumerated() { try await fill(shop, number + 1, text) }
                try await tour(terminal)
                await terminal.type("q")
                #expect(try await terminal.end() == 0)
                let stream = TerminalStream(await terminal.bytes)
                #expect(stream.offence == nil)
                #expect(stream.copies == 0)
            }
        }

        @Test("A program that prints the columns as they stand is found out, at every text of more than letters")
        func needsTheSanitiser() async throws {
            try await Shop.open { shop in
                #expect(try await shop.oblik("db", "start").code == 0)
                for (number, text) in Self.texts.enumerated() {
                    try await fill(shop, number + 1, text)
                    let statement = "SELECT name || '|' || note FROM site.s_user WHERE id = \(1001 + number)"
                    let terminal = try PseudoTerminal(
                        "/bin/sh", ["-c", #"psql "$(oblik db url)" -XAqt -P pager=off -c "$0""#, statement],
                        environment: shop.environment, rows: 30, columns: 120, loop: Self.loop)
                    #expect(try await terminal.end() == 0)
                    #expect(await terminal.output.contains("hostile"))
                    let isFound = await TerminalStream(terminal.bytes).offence != nil
                    #expect(isFound == !Self.harmless.contains(text), "\(text)")
                }
                #expect(try await shop.oblik("db", "stop").code == 0)
            }
        }

        /// Marks without end and wide letters can spoil a picture, and nothing else.
        private static let harmless: Set<String> = [texts[5], texts[7]]

        /// The columns of text that are shown somewhere, and filled below.
        private static let filled: Set<String> = [
            "s_user.login", "s_user.name", "s_user.email", "s_user.phone", "s_user.note", "s_user.reference",
            "s_product.sku", "s_product.barcode", "s_product.name", "s_order.note", "s_order.reference",
            "s_order_item.sku", "s_order_item.name", "s_stock_move.note", "s_audit.actor_name", "s_audit.operation",
            "s_audit.entity", "s_audit.changes",
        ]
        /// Those that hold words of the program, digits and hashes, or that no screen shows.
        private static let other: Set<String> = [
            "s_user.role", "s_user.phone_digits", "s_user.search", "s_product.search", "s_order.status",
            "s_order.source", "s_stock_move.reason", "s_audit.source", "s_idempotency.key", "s_event.type",
            "s_event.data", "s_account.password_hash", "s_session.source", "s_session.address", "s_session.user_agent",
            "s_token.name", "s_token.scopes", "s_login_throttle.subject", "schema_migration.name",
            "schema_migration.checksum",
        ]

        /// A new column of text belongs to the one set or to the other.
        private func expectAllColumns(_ shop: Shop) async throws {
            let columns = try await shop.psql(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'site' AND data_type IN ('text', 'jsonb', 'json', 'ARRAY')
                """)
            #expect(Set(columns.split(separator: "\n").map { String($0) }) == Self.filled.union(Self.other))
        }

        /// Puts a text into every text column that is shown, past all the rules of the domain.
        private func fill(_ shop: Shop, _ number: Int, _ text: String) async throws {
            let hostile = "('hostile ' || \(text) || '\(number)')"
            let id = 1000 + number
            _ = try await shop.psql(
                """
                INSERT INTO site.s_user (id, login, name, email, phone, note, search, reference)
                VALUES (\(id), lower(\(hostile)), \(hostile), \(hostile) || '@example.com', \(hostile), \(hostile),
                    'hostile', \(hostile));
                INSERT INTO site.s_product (id, sku, barcode, name, price, stock, search)
                VALUES (\(id), \(hostile), \(hostile), \(hostile), 1.50, 9, 'hostile');
                INSERT INTO site.s_order (id, user_id, total, line_count, note, source, reference)
                VALUES (\(id), \(id), 1.50, 1, \(hostile), 'terminal', \(hostile));
                INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price)
                VALUES (\(id), 1, \(id), \(hostile), \(hostile), 1, 1.50);
                INSERT INTO site.s_stock_move (product_id, delta, reason, note)
                VALUES (\(id), 9, 'opening', \(hostile));
                INSERT INTO site.s_audit (actor_name, source, operation, entity, entity_id, changes)
                VALUES (\(hostile), 'terminal', \(hostile), \(hostile), \(id),
                    jsonb_build_object(\(hostile), jsonb_build_array(\(hostile), \(hostile))))
                """)
        }

        /// Opens every list with each set of its columns, every record, every form over those texts, receipts, the
        /// figures of Home, order entry, filters and searches.
        ///
        /// Keys that come together are drawn together: each picture is waited for, drawn anew by ^L.
        private func tour(_ terminal: PseudoTerminal) async throws {
            try await see("H", terminal)
            for (list, extra) in [("3", ["\u{1B}OQ"]), ("4", ["\u{1B}OQ", "+"]), ("2", ["t"]), ("5", []), ("6", [])] {
                try await see("H" + list, terminal)
                for _ in 0..<3 { try await see("|", terminal) }
                for _ in Self.texts {
                    try await see("\r", terminal)
                    if list == "2" { try await see("\u{1B}OQ", terminal, back: "\u{1B}[24~") }
                    try await see("\u{1B}[24~", terminal)
                    for keys in extra { try await see(keys, terminal, back: "\u{1B}[24~") }
                    await terminal.type("j")
                }
                await terminal.type("/hostile\u{1B}[200~\u{1B}[2J\u{9B}x\u{202E}\n\u{1B}[201~\u{1B}[24~\u{1B}[24~")
            }
            try await see("H3x", terminal)
            await terminal.type("\u{14}")
            try await terminal.expect("hostile")
            await terminal.type("\u{1B}[24~:customer hostile")
            try await terminal.expect("hostile")
            await terminal.type("\u{1B}[24~H1")
            try await terminal.expect("TOTAL")
            await terminal.type("hostile")
            try await terminal.expect("hostile")
            await terminal.type("\rhostile")
            try await terminal.expect("stock")
            await terminal.type("\r*2\r#no\u{1B}[200~te \u{1B}]0;x\u{7}\u{1B}[201~\r")
            await terminal.type("\u{1B}[13;2~")
            try await terminal.expect("New order")
        }

        /// Types keys, and waits for a whole picture with such a text; then goes back by other keys.
        private func see(_ keys: String, _ terminal: PseudoTerminal, back: String = "") async throws {
            await terminal.type(keys + "\u{0C}")
            try await terminal.expect("hostile")
            if !back.isEmpty { await terminal.type(back) }
        }
    }
}

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
                for (number, text) in Self.texts.enumerated() { try await fill(shop, number + 1, text) }
                try await tour(terminal)
                await terminal.type("q")
                #expect(try await terminal.end() == 0)
                let stream = TerminalStream(await terminal.bytes)
                #expect(stream.offence == nil)
                #expect(stream.copies == 0)
            }
        }

        /// Puts a text into every text column there is, past all the rules of the domain.
        private func fill(_ shop: Shop, _ number: Int, _ text: String) async throws {
            let hostile = "('hostile ' || \(text) || '\(number)')"
            _ = try await shop.psql(
                """
                INSERT INTO site.s_user (id, name, email, phone, note, search, reference)
                VALUES (\(1000 + number), \(hostile), \(hostile) || '@example.com', \(hostile), \(hostile), 'hostile',
                    \(hostile));
                INSERT INTO site.s_product (id, sku, barcode, name, price, stock, search)
                VALUES (\(1000 + number), \(hostile), \(hostile), \(hostile), 1.50, 9, 'hostile');
                INSERT INTO site.s_order (id, user_id, total, line_count, note, source, reference)
                VALUES (\(1000 + number), \(1000 + number), 1.50, 1, \(hostile), 'terminal', \(hostile));
                INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price)
                VALUES (\(1000 + number), 1, \(1000 + number), \(hostile), \(hostile), 1, 1.50);
                INSERT INTO site.s_stock_move (product_id, delta, reason, note)
                VALUES (\(1000 + number), 9, 'opening', \(hostile));
                INSERT INTO site.s_audit (actor_name, source, operation, entity, entity_id, changes)
                VALUES (\(hostile), 'terminal', \(hostile), 'product', \(1000 + number), jsonb_build_object('name',
                    \(hostile)))
                """)
        }

        /// Opens every list, a record of each, forms, order entry, filters and searches over those texts.
        private func tour(_ terminal: PseudoTerminal) async throws {
            for list in ["3", "4", "2"] {
                await terminal.type("H" + list)
                try await terminal.expect("hostile")
                for _ in Self.texts {
                    await terminal.type("\r")
                    try await terminal.expect("hostile")
                    await terminal.type("\u{1B}[24~j")
                }
                await terminal.type("/hostile\u{1B}[200~\u{1B}[2J\u{9B}x\u{202E}\n\u{1B}[201~\u{1B}[24~\u{1B}[24~")
            }
            await terminal.type("H3\r\u{1B}OQ")
            try await terminal.expect("Edit")
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
    }
}

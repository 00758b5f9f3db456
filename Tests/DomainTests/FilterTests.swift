import Testing
import Wording

@testable import Domain

/// What people type into a filter line, and what is understood of it.
@Suite struct FilterTests {
    /// Thursday 2026-01-15, 23:30 UTC: in Kyiv the 16th has begun.
    private let kyiv = FilterCalendar(
        now: Moment(microseconds: 1_768_519_800_000_000), offsetSeconds: 7200)

    private func orders(_ text: String) -> ParsedFilter<OrderField> { ParsedFilter(text, calendar: kyiv) }

    private func condition(_ text: String) -> FilterTerm<OrderField>.Condition? {
        let parsed = orders(text)
        #expect(parsed.mistakes.isEmpty, "\(text): \(parsed.mistakes)")
        #expect(parsed.terms.terms.count == 1)
        return parsed.terms.terms.first?.condition
    }

    @Test("A filter of several terms is understood term by term")
    func severalTerms() throws {
        let parsed = orders("status:new >500 -paid created:2026-01.. Олена")
        #expect(parsed.mistakes.isEmpty)
        let january = try #require(CivilDay(year: 2026, month: 1, day: 1))
        #expect(
            parsed.terms.terms == [
                FilterTerm(.field(.status, .choice(["placed"]))),
                FilterTerm(.field(.total, .money([FilterRange(Money(minor: 50_001), nil)]))),
                FilterTerm(.field(.status, .choice(["paid"])), isNegated: true),
                FilterTerm(.field(.created, .date([FilterRange(january, nil)], offsetSeconds: 7200))),
                FilterTerm(.word("Олена")),
            ])
    }

    @Test(
        "Amounts are read as people write them, and a comma parts decimals before it parts values",
        arguments: [
            ("total:1200,50", [FilterRange(Money(minor: 120_050), Money(minor: 120_050))]),
            ("total:1200.50", [FilterRange(Money(minor: 120_050), Money(minor: 120_050))]),
            ("total:\"1 200,50\"", [FilterRange(Money(minor: 120_050), Money(minor: 120_050))]),
            ("TOTAL:>=10,5", [FilterRange(Money(minor: 1050), nil)]),
            ("total:<1", [FilterRange(nil, Money(minor: 99))]),
            ("100..250", [FilterRange(Money(minor: 10_000), Money(minor: 25_000))]),
            ("<=20", [FilterRange(nil, Money(minor: 2000))]),
            (
                "total:100,200,>500",
                [
                    FilterRange(Money(minor: 10_000), Money(minor: 10_000)),
                    FilterRange(Money(minor: 20_000), Money(minor: 20_000)), FilterRange(Money(minor: 50_001), nil),
                ]
            ),
        ])
    func amounts(text: String, ranges: [FilterRange<Money>]) {
        #expect(condition(text) == .field(.total, .money(ranges)))
    }

    @Test(
        "Dates are periods of days, ends included, in the shop's calendar",
        arguments: [
            ("2026", "2026-01-01..2026-12-31"), ("2026-02", "2026-02-01..2026-02-28"),
            ("2024-02", "2024-02-01..2024-02-29"),
            ("2026-12", "2026-12-01..2026-12-31"), ("2026-01-15", "2026-01-15"), ("15.01.2026", "2026-01-15"),
            ("today", "2026-01-16"), ("Yesterday", "2026-01-15"), ("week", "2026-01-12..2026-01-18"),
            ("month", "2026-01-01..2026-01-31"), ("..2026-02-15", "..2026-02-15"),
            ("2026-01..2026-02", "2026-01-01..2026-02-28"),
            (">2026-01", "2026-02-01.."), ("<2026-01", "..2025-12-31"), (">=2026-01", "2026-01-01.."),
            ("<=2026-01", "..2026-01-31"), ("2025-12..today", "2025-12-01..2026-01-16"),
        ])
    func dates(text: String, days: String) {
        let parsed = orders("created:\(text)")
        #expect(parsed.mistakes.isEmpty)
        #expect(parsed.terms.description == "created:\(days)")
    }

    @Test("A period begins and ends at midnight of the shop's clocks")
    func midnight() throws {
        guard case .field(.created, .date(let ranges, let offset))? = condition("created:2026-01-16"),
            let day = ranges.first?.lower
        else {
            Issue.record("A date was typed.")
            return
        }
        #expect(day.start(offsetSeconds: offset).description == "2026-01-15T22:00:00.000Z")
    }

    @Test("Quotes keep blanks, commas, minus and words of the language as text")
    func quotes() {
        #expect(condition("\"Олена Іваненко\"") == .word("Олена Іваненко"))
        #expect(condition("\"paid\"") == .word("paid"))
        #expect(condition("customer:\"a, b\",c") == .field(.customer, .text(["a, b", "c"])))
        #expect(condition("note:\"say \"\"hi\"\"\"") == .field(.note, .text(["say \"hi\""])))
        #expect(condition("\"status:new\"") == .word("status:new"))
        #expect(orders("-\"-5\"").terms.terms == [FilterTerm(.word("-5"), isNegated: true)])
    }

    @Test(
        "What only looks like a field or a range is a text", arguments: ["12:30", "http://a.b", "a..b", "#17", "O-1"])
    func texts(text: String) { #expect(condition(text) == .word(text)) }

    @Test("Words that are choices stand alone, several of one field with commas")
    func choices() throws {
        #expect(condition("PAID,placed") == .field(.status, .choice(["paid", "placed"])))
        #expect(condition("new") == .word("new"))
        let users = ParsedFilter<UserField>("archived -customer", calendar: kyiv)
        #expect(
            users.terms.terms == [
                FilterTerm(.field(.archived, .choice(["yes"]))),
                FilterTerm(.field(.role, .choice(["customer"])), isNegated: true),
            ])
        let audit = ParsedFilter<AuditField>("op:placeorder via:http number:7", calendar: kyiv)
        #expect(audit.mistakes.isEmpty)
        #expect(audit.terms.description == "operation:placeOrder source:http number:7")
    }

    @Test("A mistake is named with its place and what would be right, and the rest still counts")
    func mistakes() throws {
        let parsed = orders("paid  -status:pad lines:many  Ганна")
        #expect(parsed.terms.description == "status:paid Ганна")
        #expect(parsed.mistakes.map(\.range) == [14..<17, 24..<28])
        #expect(parsed.mistakes.map(\.rule) == ["choice", "number"])
        #expect(parsed.mistakes[0].message.english == "status: one of placed, paid, shipped, cancelled")
        #expect(parsed.mistakes[1].field == "lines")
    }

    @Test(
        "Each kind of mistake has its rule",
        arguments: [
            ("statsu:new", "unknown-field", 0..<6), ("status:", "choice", 0..<7), ("total:12.345", "money", 6..<12),
            (">", "money", 0..<1), ("created:2026-13", "date", 8..<15), ("created:2026-02-30", "date", 8..<18),
            ("lines:9..5", "number", 6..<10), ("-", "empty", 0..<1), ("a \"b c", "quote", 2..<6),
            ("product:A*B", "code", 8..<11), ("created:9..1", "date", 8..<12), ("note:\"\"", "text", 0..<7),
        ])
    func rules(text: String, rule: String, range: Range<Int>) {
        let parsed = orders(text)
        #expect(parsed.mistakes.map(\.rule) == [rule], "\(parsed)")
        #expect(parsed.mistakes.first?.range == range)
    }

    @Test("A filter has a limit")
    func limit() {
        let parsed = orders(String(repeating: "a ", count: 40))
        #expect(parsed.terms.terms.count == 32)
        #expect(parsed.mistakes.map(\.rule) == ["too-long"])
    }

    @Test("The completions at the cursor are fields and words that fit")
    func completions() {
        func at(_ text: String) -> FilterCompletion {
            FilterCompletion.at(text.count, in: text + " rest", of: OrderField.self)
        }
        #expect(at("st") == FilterCompletion(range: 0..<2, options: ["status:"]))
        #expect(at("paid -st") == FilterCompletion(range: 6..<8, options: ["status:"]))
        #expect(at("status:p") == FilterCompletion(range: 7..<8, options: ["placed", "paid"]))
        #expect(at("status:paid,s") == FilterCompletion(range: 12..<13, options: ["shipped"]))
        #expect(at("created:") == FilterCompletion(range: 8..<8, options: ["today", "yesterday", "week", "month"]))
        #expect(at("sh").options == ["shipped"])
        #expect(at("").options == OrderField.allCases.map { "\($0.rawValue):" })
        #expect(at("total:").options.isEmpty)
    }

    @Test("A filter that is printed is read as the same value", arguments: 0..<40)
    func roundTrip(seed: UInt64) {
        var random = DemoRandom(seed: seed, stream: 0, row: 0)
        let words = [
            "Олена", "\"two words\"", "paid", "-paid,placed", "status:new,sent", "total:>12,50", "-total:5..9,100",
            "lines:<3", "created:2026-01..", "created:today", "created:..2025,2026-03", "note:\"a,b\"",
            "note:x,\"\"\"y\"\"\"",
            "product:A-1,B*", "product:\"A:1\"*", "number:17", "customer:o'neill", "\"-x\"", "\"paid\"", "3..4",
            "12:30", "#17",
        ]
        let text = (0..<6).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(separator: " ")
        let parsed = orders(text)
        #expect(parsed.mistakes.isEmpty, "\(text): \(parsed.mistakes)")
        let again = orders(parsed.terms.description)
        #expect(again.mistakes.isEmpty)
        #expect(again.terms == parsed.terms, "\(text) became \(parsed.terms)")
    }

    @Test(
        "Days count as the calendar does",
        arguments: [(1970, 1, 1, 3), (2000, 2, 29, 1), (1, 1, 1, 0), (9999, 12, 31, 4)])
    func days(year: Int, month: Int, day: Int, weekday: Int64) throws {
        let civil = try #require(CivilDay(year: year, month: month, day: day))
        #expect(civil.date == (year, month, day))
        #expect(civil.weekday == weekday)
        #expect(CivilDay.range.contains(civil))
        #expect(CivilDay(year: 2026, month: 2, day: 29) == nil)
        #expect(CivilDay(year: 0, month: 1, day: 1) == nil)
    }
}

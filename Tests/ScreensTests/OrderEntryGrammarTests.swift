import Domain
import Testing
import Wording

@testable import Screens

@Suite struct OrderEntryGrammarTests {
    @Test(
        "The line field understands each form of an entry",
        arguments: [
            ("", LineEntry.nothing), ("   ", .nothing),
            ("A100", .add(quantity: 1, words: "A100")), (" a100 ", .add(quantity: 1, words: "a100")),
            ("чай зелений", .add(quantity: 1, words: "чай зелений")),
            ("2*A100", .add(quantity: 2, words: "A100")), ("2 * чай зелений", .add(quantity: 2, words: "чай зелений")),
            ("1 000*A100", .add(quantity: 1000, words: "A100")),
            ("3 A100", .add(quantity: 3, words: "A100")), ("12 чай чорний", .add(quantity: 12, words: "чай чорний")),
            ("4820000000017", .add(quantity: 1, words: "4820000000017")),
            ("2*4820000000017", .add(quantity: 2, words: "4820000000017")),
            ("1000000*A100", .add(quantity: 1_000_000, words: "A100")),
            ("12", .add(quantity: 1, words: "12")), ("-5", .add(quantity: 1, words: "-5")),
            ("*5", .setLast(quantity: 5)), ("* 12", .setLast(quantity: 12)),
            ("-", .removeLast), ("−", .removeLast),
            ("#call before", .note("call before")), ("№ подзвонити", .note("подзвонити")), ("#", .note("")),
        ])
    func understood(text: String, entry: LineEntry) throws {
        #expect(try LineEntry(text) == entry)
    }

    @Test(
        "A quantity that is none is refused with the rule it breaks",
        arguments: [
            ("0*A100", "range"), ("1000001*A100", "range"), ("99999999999999999999*A100", "range"),
            ("2,5*A100", "format"), ("2.5*A100", "format"), ("2,5 A100", "format"), ("x*A100", "format"),
            ("-2*A100", "format"), ("*", "format"), ("*x", "format"), ("*0", "range"), ("2*", "required"),
            ("0 A100", "range"), ("1000001 A100", "range"), ("٣*A100", "format"),
        ])
    func refused(text: String, rule: String) {
        do throws(Violation) {
            let entry = try LineEntry(text)
            Issue.record("\(text) was read as \(entry)")
        } catch {
            #expect(error.rule == rule)
            #expect(error.message.english.hasSuffix("."))
        }
    }

    @Test("A fraction is refused in words that say what to type instead")
    func fraction() {
        #expect(throws: Violation("quantity", "format", "A quantity is a whole number: 2 or 3, not \("2,5").")) {
            try LineEntry("2,5*A100")
        }
    }

    @Test(
        "Only codes and names are looked up while they are typed",
        arguments: [
            ("A1", "A1"), ("2*A1", "A1"), ("2 чай", "чай"), ("2*", nil), ("*5", nil), ("-", nil), ("#note", nil),
            ("", nil), ("2,5*A1", nil),
        ] as [(String, String?)])
    func words(text: String, words: String?) {
        #expect(LineEntry.words(in: text) == words)
    }

    @Test("Rows of a spreadsheet become lines, by tab, semicolon or comma")
    func rows() throws {
        let table = try #require(PastedLines("A100\t2\r\n\"K250\";3\nC001,4\n\nA101\n"))
        #expect(table.rows.map(\.code) == ["A100", "K250", "C001", "A101"])
        #expect(table.rows.map(\.quantity) == [2, 3, 4, 1])
        #expect(table.faults.isEmpty)
    }

    @Test("Rows that can't be read are left out and named, the others are kept")
    func faultyRows() throws {
        let table = try #require(PastedLines("code\tqty\nA100\t2,5\n\t4\nK250\t1"))
        #expect(table.rows == [PastedLines.Row(code: "K250", quantity: 1)])
        #expect(table.faults.count == 3)
        #expect(table.faults[1].english == "Row 2: A quantity is a whole number: 2 or 3, not 2,5.")
    }

    @Test("A single word is text and no table", arguments: ["A100", "чай зелений", "A100\n", ""])
    func singleWord(text: String) {
        #expect(PastedLines(text) == nil)
    }

    @Test("No more rows are taken than an order has lines")
    func manyRows() throws {
        let text = (0...PlaceOrder.maximumLines).map { "A\($0)\t1" }.joined(separator: "\n")
        let table = try #require(PastedLines(text))
        #expect(table.rows.count == PlaceOrder.maximumLines)
        #expect(table.faults.count == 1)
    }
}

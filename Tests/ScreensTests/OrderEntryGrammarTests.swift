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
            ("*5", .setLast(LineEdit(quantity: 5))), ("* 12", .setLast(LineEdit(quantity: 12))),
            ("%5", .setLast(LineEdit(discount: .percent(5)))),
            ("% 12,5", .setLast(LineEdit(discount: percent("12.5")))),
            ("*3%0", .setLast(LineEdit(quantity: 3, discount: .zero))),
            ("A100%5", .add(quantity: 1, words: "A100", discount: .percent(5))),
            ("2*A100 % 2.25", .add(quantity: 2, words: "A100", discount: percent("2.25"))),
            ("3 чай чорний%100", .add(quantity: 3, words: "чай чорний", discount: .all)),
            ("молоко 2.5% нежирне", .add(quantity: 1, words: "молоко 2.5% нежирне")),
            ("сметана 20%", .add(quantity: 1, words: "сметана 20%")),
            ("сметана 20% %5", .add(quantity: 1, words: "сметана 20%", discount: .percent(5))),
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
            ("%", "range"), ("%101", "range"), ("A100%100,01", "range"), ("A100%1.234", "range"), ("%-5", "range"),
            ("2*%5", "required"), ("*2%x", "range"), ("*x%5", "format"),
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
            ("", nil), ("2,5*A1", nil), ("A1%", "A1"), ("2*A1%5", "A1"), ("A1%500", nil), ("%5", nil), ("%", nil),
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

    @Test("A cell with a percent sign is the row's discount, behind the quantity or behind a price")
    func discountedRows() throws {
        let table = try #require(PastedLines("A100\t2\t5%\nK250\t3\t245,00\t7,5 %\nC001\t4\t42,50\nA101\t1\t500%\n"))
        #expect(table.rows.map(\.code) == ["A100", "K250", "C001"])
        #expect(table.rows.map(\.discount) == [.percent(5), percent("7.5"), .zero])
        #expect(table.rows.map(\.text) == ["2*A100%5", "3*K250%7.5", "4*C001"])
        #expect(
            table.faults.map(\.english) == ["Row 4: A discount is from 0 to 100 %, with at most two decimals."])
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

/// A percentage that a test writes down.
func percent(_ text: String) -> Percent {
    guard let percent = Percent(text) else { preconditionFailure("There is no percentage \(text).") }
    return percent
}

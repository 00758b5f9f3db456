import Testing

@testable import Wording

@Suite struct PhraseTests {
    private static let ukrainian = Language(
        code: "uk", name: "Українська", plural: .ukrainian, decimalMark: ",", groupMark: "\u{A0}", dayOrder: .dayFirst,
        table: [
            "Order {} placed, {}": "Оформлено замовлення {1}, {2}", "line": "рядок|рядки|рядків",
            "Orders": "Замовлення",
            "Took what there is on {}.": "Узято наявне у {1:рядку|рядках|рядках}.", "{} of {}": "{2}, а з них {1}",
        ])

    @Test("An interpolation is a pattern with arguments, and reads in English as it was written")
    func english() {
        let phrase: Phrase = "Order \(17) placed, \(count: 1200, "line", "lines") for \("Olena")"
        #expect(phrase.pattern == "Order {} placed, {} for {}")
        #expect(phrase.english == "Order 17 placed, 1 200 lines for Olena")
        #expect(("\(count: 1, "line", "lines")" as Phrase).english == "1 line")
    }

    @Test("A translation has its own order and its own forms of a word")
    func translated() {
        let language = Self.ukrainian
        #expect(
            language.text("Order \(17) placed, \(count: 1200, "line", "lines")")
                == "Оформлено замовлення 17, 1\u{A0}200 рядків")
        #expect(language.text("Took what there is on \(count: 1, "line", "lines").") == "Узято наявне у 1 рядку.")
        #expect(language.text("\("a") of \("b")") == "b, а з них a")
        #expect(language.text("Not translated \(1)") == "Not translated 1")
    }

    @Test(
        "Ukrainian numbers ask for one of three forms",
        arguments: [
            (1, "рядок"), (2, "рядки"), (4, "рядки"), (5, "рядків"), (0, "рядків"), (11, "рядків"), (14, "рядків"),
            (21, "рядок"), (22, "рядки"), (111, "рядків"), (1001, "рядок"),
        ])
    func plural(_ number: Int, _ form: String) {
        #expect(Self.ukrainian.counted(number, one: "line", many: "lines").hasSuffix(" \(form)"))
    }

    @Test("Data is never translated, and braces in it mean nothing")
    func data() {
        #expect(Self.ukrainian.text(Phrase(verbatim: "Orders {1} {}")) == "Orders {1} {}")
        #expect(Self.ukrainian.text("Order \("{2}") placed, \("x")") == "Оформлено замовлення {2}, x")
    }

    @Test("What a table lacks is named, with what stands inside")
    func missing() {
        let phrase: Phrase = "Saved \("Orders" as Phrase) with \(count: 2, "piece", "pieces") and \("Users" as Phrase)"
        #expect(Self.ukrainian.missing(in: phrase) == ["Saved {} with {} and {}", "piece", "Users"])
        #expect(Self.ukrainian.missing(in: Phrase(verbatim: "x")).isEmpty)
    }
}

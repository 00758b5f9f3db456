import Testing

@testable import Domain

@Suite struct SearchTextTests {
    @Test(
        "Case, Latin accents, apostrophes and repeated blanks make no difference",
        arguments: [
            ("Józef  ŁUKASZ", "jozef lukasz"), ("М’ятний ЧАЙ", "м'ятний чай"), ("Їжак", "їжак"),
            ("Straße", "strasse"), ("e\u{301}té", "ete"), ("  a\tb ", "a b"),
        ])
    func folds(text: String, folded: String) {
        #expect(SearchText.fold(text) == folded)
    }

    @Test("Parts that are missing leave no trace")
    func joins() {
        #expect(SearchText.fold("Ada", nil, "ADA@X") == "ada ada@x")
        #expect(SearchText.digits("+380 (67) 12") == "3806712")
        #expect(SearchText.words(" Кава  250 ") == ["кава", "250"])
    }

    @Test("A search has at most eight words")
    func bounds() {
        #expect(SearchText.words(String(repeating: "a ", count: 100)).count == 8)
    }
}

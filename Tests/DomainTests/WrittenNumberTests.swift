import Testing

@testable import Domain

@Suite struct WrittenNumberTests {
    @Test(
        "A telephone number is written in one way, however it was typed",
        arguments: [
            ("+38 (050) 111-22-33", "+380 50 111 22 33"), ("380501112233", "+380 50 111 22 33"),
            ("+380501112233", "+380 50 111 22 33"), ("050 111 22 33", "050 111 22 33"),
            ("(050)111-22-33", "050 111 22 33"), ("0501112233", "050 111 22 33"),
            ("+44 20 7946 0001", "+44 20 7946 0001"), ("020/7946.0001", "020 7946 0001"), ("112", "112"),
            ("01 23 45 67 89", "01 23 45 67 89"), ("+442079460001", "+442079460001"),
        ])
    func written(typed: String, written: String) throws {
        #expect(PhoneNumber.written(typed) == written)
        #expect(PhoneNumber.written(written) == written)
        #expect(try Text.phone(written) == written)
        #expect(Set(PhoneNumber.spellings(written)) == Set(PhoneNumber.spellings(typed)))
    }

    @Test("What is no telephone number has no way to be written", arguments: ["", "12", "call me", "+", "05O 111"])
    func noNumber(text: String) {
        #expect(PhoneNumber.written(text) == nil)
    }

    @Test("A telephone of Ukraine is the same one with the country's code and without")
    func spellings() {
        #expect(PhoneNumber.spellings("+38 (050) 111-22-33") == ["380501112233", "0501112233"])
        #expect(PhoneNumber.spellings("050 111 22 33") == ["0501112233", "380501112233"])
        #expect(PhoneNumber.spellings("+44 20 7946 0001") == ["442079460001"])
        #expect(PhoneNumber.spellings("-") == [])
    }

    @Test(
        "Whole numbers are read with groups and signs",
        arguments: [
            ("12", 12), ("+12", 12), ("-3", -3), ("\u{2212}3", -3), ("1 200", 1200),
            ("1\u{A0}204\u{202F}000", 1_204_000), (" 7 ", 7),
        ])
    func wholeNumbers(text: String, value: Int) {
        #expect(WholeNumber(text)?.value == value)
    }

    @Test("Other texts are no whole numbers", arguments: ["", "-", "1.5", "1,5", "12a", "--1", "12345678901234"])
    func noWholeNumbers(text: String) {
        #expect(WholeNumber(text) == nil)
    }
}

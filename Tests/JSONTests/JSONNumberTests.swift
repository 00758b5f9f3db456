import JSON
import Testing

@Suite struct JSONNumberTests {
    @Test("A number keeps its source text")
    func keepsText() throws {
        let text = "[1.10,1E2,-0,123456789012345678901234567890]"
        #expect(try JSONValue(parsing: text).description == text)
    }

    @Test(
        "A whole value is read exactly, however it is written",
        arguments: [
            ("0", 0), ("-0", 0), ("0.000e99", 0), ("1.0", 1), ("1e3", 1000), ("1200e-2", 12), ("-7", -7),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("0.00012e5", 12),
            ("9007199254740993", 9_007_199_254_740_993),
        ] as [(String, Int64)])
    func readsWholeNumbers(_ text: String, value: Int64) {
        #expect(JSONNumber(text)?.intValue == value)
    }

    @Test(
        "A fraction, or a value beyond 64 bits, is no whole number",
        arguments: ["0.5", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19", "1e400", "1e99999999999999"])
    func refusesOthers(_ text: String) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.intValue == nil)
    }

    @Test(
        "Scaling is exact or refused",
        arguments: [
            ("12.5", 1250), ("12.50", 1250), ("0.01", 1), ("-0.01", -1), ("1e2", 10_000), ("0.010", 1),
            ("0.001", nil), ("92233720368547758.07", .max), ("92233720368547758.08", nil), ("1e-400", nil),
        ] as [(String, Int64?)])
    func scales(_ text: String, value: Int64?) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.scaled(to: 2) == value)
    }

    @Test(
        "The decimal text has no exponent and no zeros at its end",
        arguments: [
            ("1.50", "1.5"), ("15e-1", "1.5"), ("15e-3", "0.015"), ("-1.5E3", "-1500"), ("0.0", "0"), ("100", "100"),
            ("-0.25", "-0.25"), ("1e400", nil), ("1e-400", nil),
        ] as [(String, String?)])
    func writesDecimals(_ text: String, decimal: String?) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.decimalText == decimal)
    }

    @Test("A text that is no JSON number makes none", arguments: ["", "1.", "01", "+1", " 1", "1 ", "0x1", "1e", "a"])
    func refusesTexts(_ text: String) {
        #expect(JSONNumber(text) == nil)
    }
}

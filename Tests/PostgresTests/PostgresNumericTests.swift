import Postgres
import Testing

@Suite struct PostgresNumericTests {
    @Test(
        "A number is scaled to units exactly or not at all",
        arguments: [
            ("1.5", 2, 150), ("-1.5", 2, -150), ("1.50", 1, 15), ("1.55", 1, nil), ("0.000", 0, 0), ("12", 0, 12),
            ("0", 30, 0), ("92233720368547758.07", 2, Int64.max), ("92233720368547758.08", 2, nil),
            ("9223372036854775807.0", 0, Int64.max), ("-9223372036854775808", 0, Int64.min), ("1", 19, nil),
            ("123456789012345678901234567890", 0, nil), ("NaN", 2, nil), ("Infinity", 2, nil), ("-Infinity", 2, nil),
        ] as [(String, Int, Int64?)])
    func scaling(text: String, scale: Int, expected: Int64?) throws {
        #expect(try #require(PostgresNumeric(text)).scaled(to: scale) == expected)
    }

    @Test(
        "The description has all decimals, and reads back as an equal number",
        arguments: [
            "0", "-0.05", "1.50", "100", "-9223372036854775808", "92233720368547758.07", "0.0000000000000000000001",
            "12345678901234567890123456789.987654321", "NaN", "Infinity", "-Infinity",
        ])
    func description(text: String) throws {
        let number = try #require(PostgresNumeric(text))

        #expect(number.description == text)
        #expect(PostgresNumeric(number.description) == number)
    }

    @Test(
        "Whatever is no decimal number is refused",
        arguments: ["", "-", ".", "1e5", "1.2.3", " 1", "--1", "0x1", "1,5"])
    func refusal(text: String) {
        #expect(PostgresNumeric(text) == nil)
    }

    @Test("Numbers are equal by value, not by their decimals")
    func equality() {
        #expect(PostgresNumeric(unscaled: 150, scale: 2) == PostgresNumeric("1.5"))
        #expect(Set([PostgresNumeric(unscaled: 150, scale: 2), PostgresNumeric("1.5")]).count == 1)
        #expect(PostgresNumeric(unscaled: 151, scale: 2) != PostgresNumeric("1.5"))
        #expect(PostgresNumeric("9223372036854775808.0") == PostgresNumeric("9223372036854775808"))
    }
}

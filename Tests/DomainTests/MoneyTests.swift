import Testing

@testable import Domain

@Suite struct MoneyTests {
    @Test(
        "Amounts are read as people write them",
        arguments: [
            ("12", 1200), ("12.5", 1250), ("12,50", 1250), ("0.01", 1), ("1 200.00", 120_000), ("1\u{A0}200", 120_000),
            ("-3.10", -310), ("007", 700), ("999999999999.99", 99_999_999_999_999),
        ])
    func reads(text: String, minor: Int64) {
        #expect(Money(text) == Money(minor: minor))
    }

    @Test(
        "What is not an amount is refused, never rounded",
        arguments: [
            "", ".", "12.", ".5", "1.005", "1,2,3", "12 .5", "1e3", "NaN", "--1", "1-", "٣", "1000000000000", "0x10",
        ])
    func refuses(text: String) {
        #expect(Money(text) == nil)
    }

    @Test("Written and read again, every amount is the same")
    func roundTrip() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<10_000 {
            let money = Money(minor: Int64.random(in: -Money.maximum.minor...Money.maximum.minor, using: &generator))
            #expect(Money(money.description) == money)
        }
        #expect(Money(minor: -5).description == "-0.05")
        #expect(Money(minor: 120_000).description == "1200.00")
    }

    @Test("A product of price and quantity that the books can't hold is none")
    func overflows() {
        #expect(Money(minor: 250).times(3) == Money(minor: 750))
        #expect(Money.maximum.times(2) == nil)
        #expect(Money(minor: .max).times(1000) == nil)
    }

    @Test("A price is not negative", arguments: ["-0.01", "abc"])
    func refusesPrices(text: String) {
        #expect(throws: Violation.self) { try Money.price(text) }
    }
}

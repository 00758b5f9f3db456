import Testing

@testable import Domain

@Suite struct PercentTests {
    @Test(
        "A percentage is read with both decimal marks, and written with two places or as few as it needs",
        arguments: [
            ("0", 0, "0.00", "0"), ("5", 500, "5.00", "5"), ("12.5", 1250, "12.50", "12.5"),
            ("12,50", 1250, "12.50", "12.5"), ("0,05", 5, "0.05", "0.05"), ("99.99", 9999, "99.99", "99.99"),
            ("100", 10_000, "100.00", "100"), ("007.10", 710, "7.10", "7.1"), ("5.000", 500, "5.00", "5"),
        ])
    func reads(text: String, basisPoints: Int, plain: String, short: String) throws {
        let percent = try #require(Percent(text))
        #expect(percent.basisPoints == basisPoints)
        #expect(percent.description == plain)
        #expect(percent.shortText == short)
        #expect(Percent(plain) == percent && Percent(short) == percent)
    }

    @Test(
        "What is no percentage from 0 to 100 with two decimals is refused",
        arguments: [
            "", " 5", "5%", "-1", "-0", "100.01", "101", "1.005", "1e1", "1.2.3", ".5", "5.", "٥", "1 000", "x",
        ])
    func refuses(text: String) {
        #expect(Percent(text) == nil)
        #expect(throws: Violation.self) { try Percent.discount(text) }
    }

    @Test("Every number of basis points has its text, and none beyond 10,000 exists")
    func everyOne() throws {
        for points in 0...10_000 {
            let percent = try #require(Percent(basisPoints: points))
            #expect(Percent(percent.description) == percent)
            #expect(Percent(percent.shortText) == percent)
        }
        #expect(Percent(basisPoints: -1) == nil)
        #expect(Percent(basisPoints: 10_001) == nil)
    }

    @Test(
        "The discount of a line is taken off its sum, and half a cent is rounded up",
        arguments: [
            (100_00, 1, "0", 100_00), (100_00, 1, "5", 95_00), (1, 1, "50", 1), (1, 1, "50.01", 0), (3, 1, "50", 2),
            (19_99, 3, "7.5", 55_47), (33, 1, "33.33", 22), (5, 1, "10", 5), (15, 1, "10", 14), (25, 1, "10", 23),
            (0, 9, "5", 0), (12_50, 1_000_000, "100", 0),
        ])
    func totals(price: Int64, quantity: Int, discount: String, total: Int64) throws {
        let percent = try #require(Percent(discount))
        #expect(Money(minor: price).times(quantity, less: percent) == Money(minor: total))
    }

    @Test("A sum that only its discount brings within the books is held, and nothing overflows on the way")
    func largeSums() {
        #expect(Money.maximum.times(1_000_000) == nil)
        #expect(Money.maximum.times(1_000_000, less: .all) == .zero)
        #expect(Money.maximum.times(2, less: .percent(50)) == .maximum)
        #expect(Money(minor: .max).times(.max) == nil)
    }

    @Test("An operator gives up to ten percent, a manager all, and nobody else anything")
    func limits() {
        #expect(Role.allCases.map(\.maximumDiscount.shortText) == ["0", "0", "10", "100", "100"])
        #expect(Role.operator_.violation(of: .percent(10)) == nil)
        #expect(Role.operator_.violation(of: Percent(basisPoints: 1001) ?? .zero)?.rule == "forbidden")
        #expect(Role.manager.violation(of: .all) == nil)
    }
}

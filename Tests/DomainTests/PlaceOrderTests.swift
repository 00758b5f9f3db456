import Testing

@testable import Domain

@Suite struct PlaceOrderTests {
    private let key: IdempotencyKey
    private let user = Identifier<User>(1)

    init() throws { key = try IdempotencyKey("key-1") }

    private func line(_ product: Int64, _ quantity: Int, _ price: Int64? = nil) -> PlaceOrder.Line {
        PlaceOrder.Line(product: Identifier(product), quantity: quantity, price: price.map { Money(minor: $0) })
    }

    @Test("Lines of one product become one line, in the place of the first")
    func mergesLines() throws {
        let order = try PlaceOrder(user: user, lines: [line(2, 3), line(1, 1), line(2, 4, 100)], key: key)
        #expect(order.lines == [line(2, 7, 100), line(1, 1)])
    }

    @Test("Lines of one product keep their discount together, and two discounts are a conflict")
    func mergesDiscounts() throws {
        func line(_ quantity: Int, _ discount: Percent) -> PlaceOrder.Line {
            PlaceOrder.Line(product: Identifier(1), quantity: quantity, discount: discount)
        }
        let order = try PlaceOrder(user: user, lines: [line(1, .percent(5)), line(2, .percent(5))], key: key)
        #expect(order.lines == [line(3, .percent(5))])
        let error = #expect(throws: InvalidInput.self) {
            try PlaceOrder(user: user, lines: [line(1, .percent(5)), line(2, .zero)], key: key)
        }
        #expect(error?.violations.map(\.field) == ["items/1/discount"])
    }

    @Test("Every broken rule is reported, each under its field")
    func reportsEverything() throws {
        let lines = [line(1, 0), line(2, 1, 100), line(2, 1, 200), line(3, 1_000_001)]
        let error = #expect(throws: InvalidInput.self) {
            try PlaceOrder(user: user, lines: lines, note: "bell\u{7}", key: key)
        }
        let fields = try #require(error).violations.map(\.field)
        #expect(fields == ["items/0/quantity", "items/2/price", "items/3/quantity", "note"])
    }

    @Test("Together the lines of a product keep to the limit of one")
    func limitsTheSum() {
        #expect(throws: InvalidInput.self) {
            try PlaceOrder(user: user, lines: [line(1, 600_000), line(1, 600_000)], key: key)
        }
    }

    @Test("An order has at least one line and at most a thousand")
    func limitsLines() throws {
        #expect(throws: InvalidInput.self) { try PlaceOrder(user: user, lines: [], key: key) }
        let many = (1...1001).map { line(Int64($0), 1) }
        #expect(throws: InvalidInput.self) { try PlaceOrder(user: user, lines: many, key: key) }
        #expect(try PlaceOrder(user: user, lines: Array(many.dropLast()), key: key).lines.count == 1000)
    }

    @Test(
        "A key is visible ASCII of 1 to 255 characters",
        arguments: ["", "with blank", "ключ", "quo\"te", "back\\slash", "line\n", String(repeating: "k", count: 256)])
    func refusesKeys(text: String) {
        #expect(throws: Violation.self) { try IdempotencyKey(text) }
    }
}

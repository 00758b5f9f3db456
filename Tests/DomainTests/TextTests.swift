import Testing

@testable import Domain

@Suite struct TextTests {
    @Test("Blanks around a text are dropped, and an empty optional text is none")
    func trims() throws {
        let user = try NewUser(name: "  Олена \u{A0}", email: " ", phone: "", note: "\n")
        #expect(user.name == "Олена")
        #expect(user.email == nil && user.phone == nil && user.note == nil)
    }

    @Test("All faults of a new user are reported at once")
    func reportsAll() throws {
        let error = #expect(throws: InvalidInput.self) {
            try NewUser(name: "", email: "nobody", phone: "call me", note: String(repeating: "x", count: 2001))
        }
        #expect(try #require(error).violations.map(\.field) == ["name", "email", "phone", "note"])
    }

    @Test(
        "Addresses with one @, text on both sides and no blanks are taken",
        arguments: ["a@b", "olena.i+shop@приклад.укр", "x_y@sub.example.com", String(repeating: "ї", count: 64) + "@b"])
    func takesAddresses(text: String) throws {
        #expect(try Text.email(text) == text)
    }

    @Test(
        "Other addresses are refused",
        arguments: [
            "a", "@b", "a@", "a@@b", "a b@c", "a@.b", "a@b.", "a@b..c", "a@\u{301}@b", "a@b.\u{301}.c.",
            String(repeating: "a", count: 65) + "@b",
        ])
    func refusesAddresses(text: String) {
        #expect(throws: Violation.self) { try Text.email(text) }
    }

    @Test(
        "Control characters are refused wherever they could reach a terminal",
        arguments: ["a\u{1B}[2J", "a\u{0}b", "a\u{9B}b", "a\u{7F}"])
    func refusesControls(text: String) {
        #expect(throws: Violation.self) { try Text.name(text, field: "name") }
        #expect(throws: Violation.self) { try Text.sku(text) }
        #expect(throws: Violation.self) { try Text.note(text) }
    }

    @Test("An edit keeps what it does not set")
    func edits() throws {
        let edit = try ProductEdit(barcode: .set(" "), price: .set("12,5"))
        #expect(edit.sku == .keep && edit.name == .keep)
        #expect(edit.barcode == .set(nil))
        #expect(edit.price == .set(Money(minor: 1250)))
    }

    @Test("A receipt adds, a correction may take, and neither is nothing")
    func adjustments() throws {
        let product = Identifier<Product>(1)
        #expect(throws: InvalidInput.self) { try StockAdjustment(product: product, delta: 0) }
        #expect(throws: InvalidInput.self) { try StockAdjustment(product: product, delta: -1, reason: .receipt) }
        #expect(throws: InvalidInput.self) { try StockAdjustment(product: product, delta: 1, reason: .sale) }
        #expect(try StockAdjustment(product: product, delta: -1, reason: .correction).delta == -1)
    }
}

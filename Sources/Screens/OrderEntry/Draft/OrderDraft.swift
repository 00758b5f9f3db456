package import Domain

/// An order that is being entered: all that a crash must not take away.
package struct OrderDraft: Hashable, Sendable {
    /// The customer as the order shows it.
    package struct Customer: Hashable, Sendable {
        package let id: Identifier<User>
        package let name: String
        package let phone: String?

        package init(id: Identifier<User>, name: String, phone: String?) {
            (self.id, self.name, self.phone) = (id, name, phone)
        }

        package init(_ user: User) { self.init(id: user.id, name: user.name, phone: user.phone) }
    }

    /// The name under which the order is placed at most once, born with the draft; also the draft's own name.
    package let key: IdempotencyKey
    package var customer: Customer?
    package var lines = DraftLines()
    package var note: String?
    /// Whether it has been sent and the answer is not known: it may have been placed.
    package var isInFlight = false
    /// Counts the changes, so that a late write can't overwrite a newer one.
    package var revision = 0

    package init(key: IdempotencyKey = .random()) { self.key = key }

    /// Whether there is nothing worth keeping.
    package var isEmpty: Bool { customer == nil && lines.isEmpty && note == nil && !isInFlight }

    /// The same content as another order, with a name of its own.
    func renamed() -> OrderDraft {
        var copy = OrderDraft()
        (copy.customer, copy.lines, copy.note) = (customer, lines, note)
        return copy
    }
}

extension IdempotencyKey {
    /// A key that nobody has used: 128 random bits of the system's generator as hexadecimal digits.
    package static func random() -> IdempotencyKey {
        var generator = SystemRandomNumberGenerator()
        let digits = (0..<2).map { _ in
            let half = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - half.count) + half
        }
        do throws(Violation) {
            return try IdempotencyKey(digits.joined())
        } catch {
            preconditionFailure("Hexadecimal digits make a valid key: \(error.message)")
        }
    }
}

package import Wording

/// One broken rule of one field of an input.
package struct Violation: Error, Hashable, Sendable {
    /// Where: the field's name, with `/` between levels (`items/0/quantity`): a JSON pointer without its first `/`.
    package let field: String
    /// The rule's short name, stable for programs (`required`, `too-long`, `range`, `format`).
    package let rule: String
    /// The rule as a sentence for people.
    package let message: Phrase

    package init(_ field: String, _ rule: String, _ message: Phrase) {
        (self.field, self.rule, self.message) = (field, rule, message)
    }

    /// The same violation one level further down: `quantity` below `items/0`.
    package func below(_ path: String) -> Violation { Violation("\(path)/\(field)", rule, message) }
}

/// Every broken rule of one input, at least one.
package struct InvalidInput: Error, Equatable, Sendable {
    package let violations: [Violation]

    package init(_ violations: [Violation]) { self.violations = violations }
}

/// Collects violations while an input is read, so that all of them are reported at once.
package struct Checker {
    package private(set) var violations: [Violation] = []

    package init() {}

    /// Notes `violation` and goes on.
    package mutating func fail(_ violation: Violation) { violations.append(violation) }

    /// The value that `body` makes, `nil` with the violation noted if it breaks a rule.
    package mutating func check<Value>(_ body: () throws(Violation) -> Value) -> Value? {
        do {
            return try body()
        } catch {
            violations.append(error)
            return nil
        }
    }

    /// - Throws: ``InvalidInput`` if anything was noted.
    package func finish() throws(InvalidInput) {
        if !violations.isEmpty { throw InvalidInput(violations) }
    }
}

import Wording

/// The name that a person logs in with: unique, lower case.
package struct Login: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Reads a login as it was typed; capitals are made small.
    /// - Throws: ``Violation`` unless it has 1 to 64 letters, digits, `.`, `_`, `-` or `@`.
    package init(_ text: String) throws(Violation) {
        guard let line = try Text.line(text, field: "login", maximum: 64) else {
            throw Violation("login", "required", "A login is needed.")
        }
        let login = line.lowercased()
        let isPlain = login.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "@"):
                true
            default: false
            }
        }
        guard isPlain else {
            throw Violation("login", "format", "A login has Latin letters, digits, and the marks . _ - @ only.")
        }
        self.text = login
    }

    package var description: String { text }
}

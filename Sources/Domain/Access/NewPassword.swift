import Wording

/// A password that somebody has chosen, and that keeps the rules for passwords (OWASP ASVS 5.0, V6.2).
///
/// It is taken exactly as it was typed, and shown nowhere.
package struct NewPassword: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package static let minimumLength = 12
    package static let maximumByteCount = 1024

    package let bytes: [UInt8]

    /// - Throws: ``Violation`` if it is shorter than 12 characters or longer than 1,024 bytes, is easily guessed, or
    ///   is made of one of the words in `unlike`.
    package init(_ text: String, unlike words: [String] = [], field: String = "password") throws(Violation) {
        let bytes = Array(text.utf8)
        guard text.unicodeScalars.count >= Self.minimumLength else {
            throw Violation(field, "too-short", "A password has at least 12 characters; a few words do well.")
        }
        guard bytes.count <= Self.maximumByteCount else {
            throw Violation(field, "too-long", "A password has at most 1,024 bytes.")
        }
        guard !bytes.contains(0) else {
            throw Violation(field, "control-character", "Control characters are not allowed.")
        }
        guard !Self.isEasy(text, unlike: words) else {
            throw Violation(field, "guessable", "This password is among the first that anybody would try.")
        }
        self.bytes = bytes
    }

    package var description: String { "‹password›" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether little is left once repetitions, rows of keys and well-known words are taken out.
    private static func isEasy(_ text: String, unlike words: [String]) -> Bool {
        let folded = text.lowercased()
        if Set(folded).count < 5 { return true }
        var rest = folded
        for word in words.map({ $0.lowercased() }) + known where word.count >= 3 {
            rest = removing(word, from: rest)
        }
        return rest.count < 5 || Set(rest).count < 3
    }

    /// What the lists of the commonest passwords are made of.
    private static let known = [
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm",
        "1q2w3e4r5t", "1q2w3e4r", "1qaz2wsx", "123456789", "987654321", "12345678", "1234567", "123456", "654321",
        "12345", "1234", "abcdefgh", "abcdef", "abc123", "iloveyou", "letmein", "welcome", "administrator", "admin",
        "master", "monkey", "dragon", "football", "baseball", "superman", "batman", "princess", "sunshine", "shadow",
        "michael", "trustno1", "whatever", "changeme", "default", "secret", "login", "oblik", "йцукен", "пароль",
        "фівапролдж", "ячсмить",
    ]

    /// `text` without any occurrence of `word`.
    private static func removing(_ word: String, from text: String) -> String {
        let (needle, hay) = (Array(word), Array(text))
        var kept: [Character] = []
        var place = 0
        while place < hay.count {
            if hay[place...].starts(with: needle) {
                place += needle.count
            } else {
                kept.append(hay[place])
                place += 1
            }
        }
        return String(kept)
    }
}

import Sodium

/// A token as it travels: a prefix that tells what it is, also to programs that look for leaked secrets, and 256
/// random bits in hexadecimal digits.
struct TokenText: Sendable {
    /// What a token belongs to.
    enum Kind: String, CaseIterable {
        case session = "oblik_ses_"
        case access = "oblik_pat_"
    }

    let kind: Kind
    let text: String

    /// What is stored of it.
    var hash: [UInt8] { SHA256.hash(Array(text.utf8)) }

    /// A new one.
    init(_ kind: Kind) {
        self.kind = kind
        text = kind.rawValue + Hexadecimal.encode(Sodium.randomBytes(32))
    }

    /// Reads a token; `nil` for whatever can't be one.
    init?(_ text: String) {
        guard let kind = Kind.allCases.first(where: { text.hasPrefix($0.rawValue) }),
            text.utf8.count == kind.rawValue.utf8.count + 64
        else { return nil }
        (self.kind, self.text) = (kind, text)
    }
}

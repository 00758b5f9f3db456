import Wording

/// The rules of the texts that people type: names, codes, addresses.
///
/// Each function drops blanks around the text and refuses control characters, so that no stored text can
/// move a terminal's cursor or end early in a C string.
package enum Text {
    /// A name of a person or a product: 1 to 200 characters.
    package static func name(_ text: String, field: String) throws(Violation) -> String {
        guard let name = try line(text, field: field, maximum: 200) else {
            throw Violation(field, "required", "A name is needed.")
        }
        return name
    }

    /// An e-mail address, or none: up to 64 characters, `@`, and names between dots; no blanks, at most 254 characters
    /// (RFC 5321, 4.5.3.1; of any script, RFC 6531).
    package static func email(_ text: String?) throws(Violation) -> String? {
        guard let address = try line(text ?? "", field: "email", maximum: 254) else { return nil }
        // By scalars: a mark that combines with the sign before it must not hide it.
        let parts = address.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count),
            !address.unicodeScalars.contains(where: \.properties.isWhitespace),
            parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
        else { throw Violation("email", "format", "An e-mail address looks like name@example.com.") }
        return address
    }

    /// A telephone number, or none: 3 to 20 digits among blanks, `+`, `-`, `(`, `)`, `.`, `/`, kept as typed.
    package static func phone(_ text: String?) throws(Violation) -> String? {
        guard let number = try line(text ?? "", field: "phone", maximum: 40) else { return nil }
        let digits = number.unicodeScalars.count { ("0"..."9").contains($0) }
        let isPlain = number.unicodeScalars.allSatisfy {
            ("0"..."9").contains($0) || " +-().\u{A0}/".unicodeScalars.contains($0)
        }
        guard isPlain, (3...20).contains(digits) else {
            throw Violation("phone", "format", "A telephone number has 3 to 20 digits, such as +380 67 123 45 67.")
        }
        return number
    }

    /// A note, or none: up to 2,000 characters; line ends are allowed.
    package static func note(_ text: String?) throws(Violation) -> String? {
        guard let text else { return nil }
        let trimmed = trim(text)
        if trimmed.isEmpty { return nil }
        try refuseControls(trimmed, field: "note", except: ["\n", "\t"])
        return try limit(trimmed, field: "note", maximum: 2000)
    }

    /// The code of a product: 1 to 64 characters without blanks, kept as typed, compared without case.
    package static func sku(_ text: String) throws(Violation) -> String {
        guard let sku = try line(text, field: "sku", maximum: 64) else {
            throw Violation("sku", "required", "A code is needed.")
        }
        let isPlain = sku.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "*" && $0 != "," }
        guard isPlain else {
            throw Violation("sku", "format", "A code has no blanks, no * and no comma.")
        }
        return sku
    }

    /// A barcode, or none: 4 to 48 letters, digits or hyphens.
    package static func barcode(_ text: String?) throws(Violation) -> String? {
        guard let code = try line(text ?? "", field: "barcode", maximum: 48) else { return nil }
        let isPlain = code.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0 & 0xDF) || $0 == 45 }
        guard isPlain, code.utf8.count >= 4 else {
            throw Violation("barcode", "format", "A barcode has 4 to 48 letters, digits or hyphens.")
        }
        return code
    }

    /// A single line of 1 to `maximum` characters; `nil` where nothing is left between the blanks.
    package static func line(_ text: String, field: String, maximum: Int) throws(Violation) -> String? {
        let trimmed = trim(text)
        if trimmed.isEmpty { return nil }
        try refuseControls(trimmed, field: field, except: [])
        return try limit(trimmed, field: field, maximum: maximum)
    }

    /// `text` without white space at both ends.
    package static func trim(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    private static func limit(_ text: String, field: String, maximum: Int) throws(Violation) -> String {
        guard text.unicodeScalars.count <= maximum else {
            throw Violation(field, "too-long", "At most \(maximum) characters.")
        }
        return text
    }

    private static func refuseControls(
        _ text: String, field: String, except allowed: [Unicode.Scalar]
    ) throws(Violation) {
        let hasControl = text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && !allowed.contains($0)
        }
        if hasControl { throw Violation(field, "control-character", "Control characters are not allowed.") }
    }
}

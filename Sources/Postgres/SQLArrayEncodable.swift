/// A value whose arrays can be parameters.
///
/// An array of most values is a PostgreSQL array; an array of bytes is a `bytea`.
public protocol SQLArrayEncodable: Sendable {
    /// `array` in PostgreSQL's text format.
    static func sqlText(of array: [Self]) -> String
}

extension SQLArrayEncodable where Self: SQLEncodable {
    /// The array literal of the manual's 8.15.2: `{1,NULL,"a \"quoted\" text"}`.
    public static func sqlText(of array: [Self]) -> String {
        var text = "{"
        for (index, element) in array.enumerated() {
            if index > 0 { text += "," }
            if let elementText = element.sqlText {
                append(elementText, to: &text)
            } else {
                text += "NULL"
            }
        }
        text += "}"
        return text
    }

    /// Numbers go as they are; everything else is quoted, so that commas, blanks and the word NULL keep their meaning.
    private static func append(_ element: String, to text: inout String) {
        let isBare = !element.isEmpty && element.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
        guard !isBare else {
            text += element
            return
        }
        text += "\""
        for scalar in element.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        text += "\""
    }
}

extension Array: SQLEncodable where Element: SQLArrayEncodable {
    /// What the element makes of its arrays.
    public var sqlText: String? { Element.sqlText(of: self) }
}

extension String: SQLArrayEncodable {}
extension Bool: SQLArrayEncodable {}
extension Int: SQLArrayEncodable {}
extension Int64: SQLArrayEncodable {}
extension Int32: SQLArrayEncodable {}
extension Int16: SQLArrayEncodable {}
extension Double: SQLArrayEncodable {}
extension PostgresTimestamp: SQLArrayEncodable {}
extension PostgresNumeric: SQLArrayEncodable {}
extension Optional: SQLArrayEncodable where Wrapped: SQLArrayEncodable & SQLEncodable {}

extension UInt8: SQLArrayEncodable {
    /// `bytea` in hexadecimal (manual, 8.4.1): `\x00ff`.
    public static func sqlText(of array: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 2 + 2 * array.count) { text in
            (text[0], text[1]) = (UInt8(ascii: "\\"), UInt8(ascii: "x"))
            for (index, byte) in array.enumerated() {
                text[2 + 2 * index] = digits[Int(byte >> 4)]
                text[3 + 2 * index] = digits[Int(byte & 15)]
            }
            return text.count
        }
    }
}

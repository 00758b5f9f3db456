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
        text.reserveCapacity(2 + 8 * array.count)
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
        guard element.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            text += element
            text += "\""
            return
        }
        for scalar in element.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        text += "\""
    }
}

extension SQLArrayEncodable where Self: FixedWidthInteger & SQLEncodable {
    /// The array literal, written without a text for each number.
    public static func sqlText(of array: [Self]) -> String {
        // Digits, a sign and a comma; three bits make a digit at most.
        let width = bitWidth / 3 + 3
        return String(unsafeUninitializedCapacity: 2 + width * array.count) { text in
            text[0] = UInt8(ascii: "{")
            var end = 1
            for (index, element) in array.enumerated() {
                if index > 0 {
                    text[end] = UInt8(ascii: ",")
                    end += 1
                }
                end = write(element, to: text, at: end)
            }
            text[end] = UInt8(ascii: "}")
            return end + 1
        }
    }

    /// Writes the decimal digits of a number.
    /// - Returns: where they end.
    private static func write(_ number: Self, to text: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        var (rest, end) = (number.magnitude, start)
        if number < 0 {
            text[end] = UInt8(ascii: "-")
            end += 1
        }
        let first = end
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            text[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            (rest, end) = (quotient, end + 1)
        } while rest > 0
        text[first..<end].reverse()
        return end
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

/// How telephone numbers are written, and when two of them mean the same telephone.
package enum PhoneNumber {
    /// The number as lists show it: digits in groups, a plus where there was one, and nothing else.
    ///
    /// Numbers of Ukraine are grouped as they are read there, with the country's code if it was typed. Others keep
    /// the groups that they came in, since each country has its own.
    /// - Returns: `nil` for what is no number, see ``Text/phone(_:)``.
    package static func written(_ text: String) -> String? {
        guard let number = (try? Text.phone(text)) ?? nil else { return nil }
        let digits = SearchText.digits(number)
        if digits.count == 12, digits.hasPrefix(ukraine) {
            return "+\(ukraine) \(grouped(digits.dropFirst(ukraine.count), [2, 3, 2, 2]))"
        }
        let groups = number.unicodeScalars.split { !("0"..."9").contains($0) }.map { String($0) }
        let isNational = groups.count == 1 && !number.hasPrefix("+") && digits.count == 10 && digits.hasPrefix("0")
        if isNational { return grouped(digits[...], [3, 3, 2, 2]) }
        return (number.hasPrefix("+") ? "+" : "") + groups.joined(separator: " ")
    }

    /// The digits under which the telephone may be stored: as they are, and with or without Ukraine's code.
    package static func spellings(_ text: String) -> [String] {
        let digits = SearchText.digits(text)
        // The zero before a national number is the last digit of the country's code.
        let trunk = ukraine.dropLast()
        if digits.count == 12, digits.hasPrefix(ukraine) { return [digits, String(digits.dropFirst(trunk.count))] }
        if digits.count == 10, digits.hasPrefix("0") { return [digits, trunk + digits] }
        return digits.isEmpty ? [] : [digits]
    }

    private static let ukraine = "380"

    private static func grouped(_ digits: Substring, _ lengths: [Int]) -> String {
        var rest = digits
        return lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }.joined(separator: " ")
    }
}

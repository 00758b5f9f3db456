import Glibc

/// A colour: of the terminal's own palette, or exact.
public enum Color: Hashable, Sendable {
    /// One of the terminal's colours; 0 to 15 look as the user has set them.
    case palette(UInt8)
    /// Red, green and blue.
    case rgb(UInt8, UInt8, UInt8)

    /// Reads "#rrggbb".
    public init?(hex text: some StringProtocol) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == 0x23, digits.count == 6, digits.allSatisfy({ Self.isHexDigit($0) }),
            let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        self = .rgb(
            UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
            UInt8(truncatingIfNeeded: value))
    }

    /// The terminal's colours by name: "red", "bright-red" and so on.
    public init?(name: some StringProtocol) {
        let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        let isBright = name.hasPrefix("bright-")
        let plain = isBright ? String(name.dropFirst("bright-".count)) : String(name)
        guard let index = names.firstIndex(of: plain) else { return nil }
        self = .palette(UInt8(index + (isBright ? 8 : 0)))
    }

    /// The contrast of two colours by WCAG 2.2 (1 to 21), or nil when the terminal decides how one looks.
    public func contrast(with other: Color) -> Double? {
        guard let mine = luminance, let its = other.luminance else { return nil }
        return (max(mine, its) + 0.05) / (min(mine, its) + 0.05)
    }

    /// Relative luminance by WCAG 2.2, known for exact colours only.
    private var luminance: Double? {
        guard case .rgb(let red, let green, let blue) = self else { return nil }
        return 0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
    }

    /// The sRGB transfer function for each byte.
    private static let linear: [Double] = (0...255).map { byte in
        let value = Double(byte) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}

private let numericTypes: [UInt32] = [1700]

extension PostgresNumeric: SQLDecodable {
    /// `numeric`.
    public static var sqlTypes: [UInt32] { numericTypes }

    /// Reads the binary format: digits of base 10 000, the weight of the first, sign, decimals (`numeric_send`).
    public init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let header = Header(sqlBytes) else { return nil }
        switch header.sign {
        case 0xC000: self.init(.notANumber)
        case 0xD000: self.init(.infinity)
        case 0xF000: self.init(.minusInfinity)
        case 0x0000, 0x4000:
            guard let value = header.short(sqlBytes) ?? Self.finite(header.text(sqlBytes)) else { return nil }
            self.init(value)
        default: return nil
        }
    }

    private struct Header {
        let count: Int
        let weight: Int
        let sign: UInt16
        let scale: Int

        init?(_ bytes: UnsafeRawBufferPointer) {
            guard bytes.count >= 8 else { return nil }
            func field(_ index: Int) -> UInt16 {
                UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
            }
            (count, weight) = (Int(field(0)), Int(Int16(bitPattern: field(1))))
            (sign, scale) = (field(2), Int(field(3)))
            guard bytes.count == 8 + 2 * count, scale <= PostgresNumeric.maximumScale else { return nil }
        }

        private var isNegative: Bool { sign == 0x4000 }

        /// The digit whose value is 10 000^`position`.
        private func digit(at position: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
            let index = weight - position
            guard index >= 0 && index < count else { return 0 }
            return Int(UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 8 + 2 * index, as: UInt16.self)))
        }

        /// The number as one integer, `nil` where that does not fit.
        func short(_ bytes: UnsafeRawBufferPointer) -> Value? {
            let fractionDigits = (scale + 3) / 4
            // Eight digits of base 10 000 are below 10^32, which 128 bits hold.
            guard weight + 1 + fractionDigits <= 8 else { return nil }
            var unscaled: Int128 = 0
            for position in stride(from: max(weight, 0), through: -fractionDigits, by: -1) {
                unscaled = unscaled * 10_000 + Int128(digit(at: position, bytes))
            }
            for _ in scale..<(4 * fractionDigits) { unscaled /= 10 }
            guard let fitting = Int64(exactly: isNegative ? -unscaled : unscaled) else { return nil }
            return .short(unscaled: fitting, scale: scale)
        }

        func text(_ bytes: UnsafeRawBufferPointer) -> String {
            var digits = ""
            let last = -((scale + 3) / 4)
            for position in stride(from: max(weight, 0), through: last, by: -1) {
                let group = String(digit(at: position, bytes))
                digits += String(repeating: "0", count: max(0, 4 - group.count)) + group
            }
            let whole = digits.prefix(4 * (max(weight, 0) + 1)).drop { $0 == "0" }
            let decimals = digits.dropFirst(4 * (max(weight, 0) + 1)).prefix(scale)
            return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (scale > 0 ? "." + decimals : "")
        }
    }
}

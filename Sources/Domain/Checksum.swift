/// FNV-1a with 64 bits: it finds accidents and mix-ups, and keeps no secret.
package enum Checksum {
    private static let prime: UInt64 = 0x100_0000_01B3

    package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* prime }
        return sum
    }

    /// A checksum as 16 hexadecimal digits, taken of eight bytes at a time: whole pages are summed up.
    package static func text(of bytes: [UInt8]) -> String {
        let (words, rest) = bytes.count.quotientAndRemainder(dividingBy: 8)
        var sum = bytes.withUnsafeBytes { bytes in
            (0..<words).reduce(UInt64(bytes.count)) { sum, word in
                let mixed = (sum ^ bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)) &* prime
                return mixed ^ mixed >> 32
            }
        }
        for byte in bytes.suffix(rest) { sum = (sum ^ UInt64(byte)) &* prime }
        let digits = String(sum ^ sum >> 32, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

/// FNV-1a with 64 bits: it finds accidents and mix-ups, and keeps no secret.
package enum Checksum {
    package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return sum
    }

    /// The checksum as 16 hexadecimal digits.
    package static func text(of bytes: [UInt8]) -> String {
        let digits = String(of(bytes), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

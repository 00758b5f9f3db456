import CSodium

/// The hash function SHA-256 (FIPS 180-4).
public enum SHA256 {
    /// The number of bytes in a hash.
    public static let byteCount = 32

    /// The hash of the bytes: 32 bytes.
    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        Sodium.requireReady()
        var hash = [UInt8](repeating: 0, count: byteCount)
        // The function cannot fail; it returns 0 for the sake of its family.
        _ = crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        return hash
    }

    /// The hash of the bytes as 64 lower-case hexadecimal digits.
    public static func hexadecimal(_ bytes: [UInt8]) -> String {
        Hexadecimal.encode(hash(bytes))
    }
}

import CSodium

/// Hashes of passwords with argon2id (RFC 9106), as texts that carry salt and cost with them (libsodium,
/// `crypto_pwhash_str`).
public enum PasswordHash {
    /// What a hash costs whoever computes it, and whoever guesses.
    public struct Cost: Sendable, Hashable {
        /// Passes over the memory.
        public let passes: UInt64
        /// Bytes of memory.
        public let memory: Int

        /// A cost of as many passes over as many bytes.
        public init(passes: UInt64, memory: Int) { (self.passes, self.memory) = (passes, memory) }

        /// 2 passes over 19 MiB, as OWASP's cheat sheet has it.
        public static let standard = Cost(passes: 2, memory: 19_456 << 10)
    }

    /// Passwords are cut nowhere; longer ones are refused, since hashing them would cost too much.
    public static let maximumByteCount = 1024

    /// Hashes a password with a fresh salt.
    ///
    /// - Parameters:
    ///   - password: At most ``maximumByteCount`` bytes.
    ///   - cost: What it is to cost.
    /// - Returns: The hash as text; nil where the system has not got the memory.
    public static func hash(_ password: [UInt8], cost: Cost = .standard) -> String? {
        precondition(password.count <= maximumByteCount, "A password has been measured before it is hashed.")
        Sodium.requireReady()
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let result = crypto_pwhash_str(&text, signed(password), UInt64(password.count), cost.passes, cost.memory)
        return result == 0 ? string(text) : nil
    }

    /// Whether a password is the one that was hashed, in a time that does not depend on where they differ.
    ///
    /// - Parameters:
    ///   - password: What is to be proved; never right if it has more than ``maximumByteCount`` bytes.
    ///   - hash: What ``hash(_:cost:)`` has made, of whatever cost.
    /// - Returns: Whether it is proved.
    public static func verify(_ password: [UInt8], _ hash: String) -> Bool {
        guard password.count <= maximumByteCount, let text = padded(hash) else { return false }
        Sodium.requireReady()
        return crypto_pwhash_str_verify(text, signed(password), UInt64(password.count)) == 0
    }

    /// Whether a hash was made at another cost, so that it should be made anew while the password is at hand.
    public static func needsRehash(_ hash: String, cost: Cost = .standard) -> Bool {
        guard let text = padded(hash) else { return true }
        Sodium.requireReady()
        return crypto_pwhash_str_needs_rehash(text, cost.passes, cost.memory) != 0
    }

    /// The text in a buffer of the size that libsodium reads; nil where it is too long to be a hash.
    private static func padded(_ hash: String) -> [CChar]? {
        let bytes = signed(Array(hash.utf8))
        let size = Int(crypto_pwhash_strbytes())
        guard bytes.count < size, !bytes.contains(0) else { return nil }
        return bytes + [CChar](repeating: 0, count: size - bytes.count)
    }

    private static func signed(_ bytes: [UInt8]) -> [CChar] { bytes.map { CChar(bitPattern: $0) } }

    private static func string(_ text: [CChar]) -> String {
        String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

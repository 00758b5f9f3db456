import CSodium

/// Random bytes and comparisons from libsodium, whose library is made ready on first use.
public enum Sodium {
    /// Whether the library is ready; `sodium_init` is safe to call from several threads, and once is enough.
    private static let isReady: Bool = sodium_init() >= 0

    /// Unpredictable bytes from the operating system (libsodium, `randombytes_buf`).
    ///
    /// - Parameter count: How many bytes; from 0 on.
    /// - Returns: That many bytes.
    public static func randomBytes(_ count: Int) -> [UInt8] {
        precondition(count >= 0, "A count of random bytes is not negative.")
        requireReady()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// Whether two secrets are equal, in a time that depends on their length alone (libsodium, `sodium_memcmp`).
    public static func isEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        requireReady()
        return first.count == second.count && sodium_memcmp(first, second, first.count) == 0
    }

    static func requireReady() {
        precondition(isReady, "libsodium could not be made ready: the system gives no random numbers.")
    }
}

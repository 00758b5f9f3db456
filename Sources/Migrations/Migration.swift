import Sodium

/// One step of a schema, as a file has it.
public struct Migration: Sendable, Equatable {
    /// The number that the file's name begins with; the first is 1.
    public let version: Int
    /// What the step does, in snake case: `create_users`.
    public let name: String
    /// The statements.
    public let text: String
    /// The SHA-256 of the file's bytes, in hexadecimal.
    public let checksum: String

    /// The first line of a file whose statements cannot stand in a transaction, such as CREATE INDEX CONCURRENTLY.
    public static let withoutTransaction = "-- migrate: no transaction"

    /// The most that a file's name can count to with its four digits.
    static let maximumVersion = 9999

    init(version: Int, name: String, bytes: [UInt8]) {
        self.version = version
        self.name = name
        text = String(decoding: bytes, as: UTF8.self)
        checksum = SHA256.hexadecimal(bytes)
    }

    /// Whether the step is done in one transaction, so that it is done as a whole or not at all.
    public var isTransactional: Bool {
        text.prefix { !$0.isNewline } != Self.withoutTransaction
    }

    /// The file's name without its ending: `0001_create_users`.
    public var title: String { Self.title(version: version, name: name) }

    static func title(version: Int, name: String) -> String { digits(version) + "_" + name }

    /// The number with its four digits.
    static func digits(_ version: Int) -> String {
        let digits = String(version)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

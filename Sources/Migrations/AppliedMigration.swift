public import Postgres

/// A step that a database has taken, as its own record says.
public struct AppliedMigration: Sendable, Equatable {
    /// The number of the step.
    public let version: Int
    /// What the step does, in snake case.
    public let name: String
    /// The SHA-256 of the file's bytes at the time, in hexadecimal.
    public let checksum: String
    /// When it was applied.
    public let appliedAt: PostgresTimestamp
    /// How long it took.
    public let milliseconds: Int

    /// The file's name without its ending.
    public var title: String { Migration.title(version: version, name: name) }
}

extension AppliedMigration: RowDecodable {
    /// Decodes `version`, `name`, `checksum`, `applied_at`, `milliseconds`, in any order.
    public init(row: Row) throws(RowError) {
        version = try row["version"]
        name = try row["name"]
        checksum = try row["checksum"]
        appliedAt = try row["applied_at"]
        milliseconds = try row["milliseconds"]
    }
}

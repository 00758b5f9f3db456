public import Postgres

/// How a step stands in the files and in the database.
public struct MigrationStatus: Sendable, Equatable {
    /// What file and record say of each other.
    public enum State: String, Sendable, CaseIterable {
        /// Applied, and the file is as it was.
        case applied
        /// In a file, and not applied yet.
        case pending
        /// Applied, and the file was edited since.
        case changed
        /// Applied, and there is no file for it.
        case missing
    }

    /// The number of the step.
    public let version: Int
    /// What the step does, in snake case.
    public let name: String
    /// What file and record say of each other.
    public let state: State
    /// When it was applied.
    public let appliedAt: PostgresTimestamp?

    /// The file's name without its ending.
    public var title: String { Migration.title(version: version, name: name) }
}

public import Postgres

/// Why migrations could not be read, run or made.
public enum MigrationError: Error, Sendable, Equatable {
    /// A file or the directory cannot be used.
    case unusableFile(path: String, reason: String)
    /// A file's name is not `NNNN_verb_phrase.sql`.
    case malformedName(file: String)
    /// A number is missing or double.
    case outOfSequence(file: String, expected: Int)
    /// The name for a new file is not in snake case.
    case invalidName(String)
    /// The four digits are used up.
    case tooMany
    /// A file was changed after it had been applied.
    case edited(title: String, applied: String, found: String)
    /// The database holds steps that no file here describes: a newer program has made them.
    case unknown(titles: [String])
    /// A step is missing in the database although a later one has been applied.
    case skipped(title: String)
    /// The statements failed; nothing of the step was kept, unless it stands outside transactions.
    case failed(title: String, PostgresError)
    /// The statements ended the transaction that they were to be part of.
    case endedTransaction(title: String)
    /// Another program has been migrating for too long.
    case lockBusy
}

extension MigrationError: CustomStringConvertible {
    /// What is wrong and what to do, for the person who runs the program.
    public var description: String {
        switch self {
        case .unusableFile(let path, let reason): "\(path) cannot be used: \(reason)."
        case .malformedName(let file): "\(file) is not named NNNN_verb_phrase.sql, as in 0001_create_users.sql."
        case .outOfSequence(let file, let expected):
            "\(file) is out of sequence: the next number is \(Migration.digits(expected))."
        case .invalidName(let name):
            """
            "\(name)" is no name for a migration: use lower-case letters, digits and underscores, \
            as in create_users.
            """
        case .tooMany: "There is no number after \(Migration.maximumVersion)."
        case .edited(let title, let applied, let found):
            """
            \(title) was changed after it had been applied (applied: SHA-256 \(applied), file: \(found)). \
            Restore the file, and make the change in a new migration.
            """
        case .unknown(let titles):
            """
            The database has migrations that this program does not know: \(titles.joined(separator: ", ")). \
            It was made by a newer program; use that one.
            """
        case .skipped(let title): "\(title) was not applied, although a later migration was."
        case .failed(let title, let error): "\(title) failed: \(error)"
        case .endedTransaction(let title):
            "\(title) ends the transaction that it runs in. Take COMMIT and ROLLBACK out of the file."
        case .lockBusy: "Another program has been migrating this database for too long."
        }
    }
}

/// A SQLSTATE: the five characters by which PostgreSQL names an error (manual, appendix A).
public struct SQLState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The five characters.
    public let rawValue: String

    /// The state of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The five characters.
    public var description: String { rawValue }

    /// 0A000: the server can't do this; also a plan whose result has changed its shape.
    public static let featureNotSupported = SQLState(rawValue: "0A000")
    /// 22001: text longer than its column.
    public static let stringDataRightTruncation = SQLState(rawValue: "22001")
    /// 22003: a number outside its type's range.
    public static let numericValueOutOfRange = SQLState(rawValue: "22003")
    /// 22012: division by zero.
    public static let divisionByZero = SQLState(rawValue: "22012")
    /// 22021: bytes that are not text in the database's encoding.
    public static let characterNotInRepertoire = SQLState(rawValue: "22021")
    /// 22P02: text that does not read as its type.
    public static let invalidTextRepresentation = SQLState(rawValue: "22P02")
    /// 23502: NULL in a NOT NULL column.
    public static let notNullViolation = SQLState(rawValue: "23502")
    /// 23503: no such row on the other side of a foreign key, or rows still refer to this one.
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// 23505: the key exists.
    public static let uniqueViolation = SQLState(rawValue: "23505")
    /// 23514: a CHECK failed.
    public static let checkViolation = SQLState(rawValue: "23514")
    /// 23P01: an EXCLUDE constraint failed.
    public static let exclusionViolation = SQLState(rawValue: "23P01")
    /// 25006: a write on a read-only server, such as a standby.
    public static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// 25P02: the transaction has failed and takes nothing but ROLLBACK.
    public static let inFailedTransaction = SQLState(rawValue: "25P02")
    /// 25P03: the session idled in a transaction for too long and was ended.
    public static let idleInTransactionTimeout = SQLState(rawValue: "25P03")
    /// 26000: no prepared statement of that name.
    public static let invalidStatementName = SQLState(rawValue: "26000")
    /// 28P01: wrong password.
    public static let invalidPassword = SQLState(rawValue: "28P01")
    /// 28000: this role may not connect like this.
    public static let invalidAuthorization = SQLState(rawValue: "28000")
    /// 3D000: no such database.
    public static let invalidCatalogName = SQLState(rawValue: "3D000")
    /// 3F000: no such schema.
    public static let invalidSchemaName = SQLState(rawValue: "3F000")
    /// 40001: the transaction can't be serialised with another; run it again.
    public static let serializationFailure = SQLState(rawValue: "40001")
    /// 40P01: a deadlock; run the transaction again.
    public static let deadlockDetected = SQLState(rawValue: "40P01")
    /// 42501: no permission.
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// 42601: the text is not SQL.
    public static let syntaxError = SQLState(rawValue: "42601")
    /// 42703: no such column.
    public static let undefinedColumn = SQLState(rawValue: "42703")
    /// 42P01: no such table.
    public static let undefinedTable = SQLState(rawValue: "42P01")
    /// 53100: the disk is full.
    public static let diskFull = SQLState(rawValue: "53100")
    /// 53200: the server is out of memory.
    public static let outOfMemory = SQLState(rawValue: "53200")
    /// 53300: the server has no connection left.
    public static let tooManyConnections = SQLState(rawValue: "53300")
    /// 55P03: a lock was not free, or `lock_timeout` passed.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// 57014: the statement was cancelled, by request or by `statement_timeout`.
    public static let queryCanceled = SQLState(rawValue: "57014")
    /// 57P01: the server, or this session, was shut down by an administrator.
    public static let adminShutdown = SQLState(rawValue: "57P01")
    /// 57P02: another session crashed, and all were ended.
    public static let crashShutdown = SQLState(rawValue: "57P02")
    /// 57P03: the server starts up, shuts down or recovers.
    public static let cannotConnectNow = SQLState(rawValue: "57P03")
    /// 57P05: the session idled for too long and was ended.
    public static let idleSessionTimeout = SQLState(rawValue: "57P05")

    /// The first two characters: the class of the error, `23` for broken constraints.
    public var errorClass: Substring { rawValue.prefix(2) }

    /// Whether the server ends the session with it: class 57P0x, and the timeout of idle transactions.
    public var endsSession: Bool {
        switch self {
        case .adminShutdown, .crashShutdown, .cannotConnectNow, .idleSessionTimeout, .idleInTransactionTimeout: true
        default: rawValue == "57P04"
        }
    }
}

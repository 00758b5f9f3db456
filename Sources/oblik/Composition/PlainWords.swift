import Postgres
import Services
import Wording

/// What went wrong, in words for whoever sits at the terminal.
enum PlainWords {
    /// One or two sentences; the words of the trade that errors carry for logs are left out.
    static func of(_ error: any Error) -> Phrase {
        switch error {
        case let error as PostgresError where error.kind == .unencodable: Phrase(verbatim: error.message)
        case let error as PostgresError where error.kind == .server: "PostgreSQL says: \(error.message)"
        case let error as PostgresError: "The database does not answer. \(error.message)"
        case ServiceError.defect(let reference): "Something went wrong; the log tells more under \(reference)."
        case is ServiceError: "The database does not answer."
        default: Phrase(verbatim: "\(error)")
        }
    }
}

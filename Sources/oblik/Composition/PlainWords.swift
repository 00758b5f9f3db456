import Domain
import Postgres
import Screens
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
        case ServiceError.busy, ServiceError.unavailable: "The database does not answer."
        case let refusal as ServiceError: refusal.headline
        case let input as InvalidInput: .joined(input.violations.map(\.message), by: " ")
        default: Phrase(verbatim: "\(error)")
        }
    }
}

import Domain

/// Why a data program did not do its work; whatever it says, nothing was changed.
package enum DataError: Error, Equatable, Sendable {
    /// Not permitted, not possible, or not now: see the refusal. Options and headers of files that break rules are
    /// `.invalid`, another import or seed under way is `.busy`.
    case refused(ServiceError)
    /// A file can't be opened, read, unpacked or written.
    case file(path: String, problem: String)
    /// A demo shop is here already, or something has its numbers: a second one would stand in the way of the first.
    case alreadySeeded
    /// The task was cancelled.
    case cancelled
}

extension DataError: CustomStringConvertible {
    /// One sentence for people.
    package var description: String {
        switch self {
        case .refused(.invalid(let violations)):
            violations.map { "\($0.field): \($0.message)" }.joined(separator: " ")
        case .refused(.busy): "Another program is filling the shop, or holds what is needed; try again in a moment."
        case .refused(.unavailable): "The database can't be reached, or did not answer."
        case .refused(.forbidden(let operation)): "You may not do this: \(operation.rawValue)."
        case .refused(.defect(let reference)): "Something went wrong; the log tells more under \(reference)."
        case .refused(let refusal): "Refused: \(refusal)."
        case .file(let path, let problem): "\(path): \(problem)"
        case .alreadySeeded: "There is a demo shop here already; a data directory holds one."
        case .cancelled: "Cancelled; nothing was changed."
        }
    }
}

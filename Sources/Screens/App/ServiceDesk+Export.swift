import Domain
import Glibc
import Services
import Wording

/// What came of an export.
package enum ExportOutcome: Hashable, Sendable {
    case written(Int, path: String)
    case failed(path: String, problem: String)
}

extension ServiceDesk {
    /// Rows between two reports of how far an export is.
    private static var reportedRows: Int { 10_000 }

    /// Writes the rows into a new file in `folder`, named by what they are and the time.
    func export(
        _ request: ExportRequest, as format: ExportFormat, in folder: String, report: @Sendable (Phrase) -> Void
    ) async throws(ServiceError) -> ExportOutcome {
        let time = WallClock.now.description.prefix(19).filter { $0.isNumber }
        let path = "\(folder)/oblik-\(request.name)-\(time).\(format.rawValue)"
        do {
            let count = try await ExportService(services).export(request, as: format, to: path, by: principal) {
                count in
                if count.isMultiple(of: Self.reportedRows) {
                    report("Exporting: \(count: count, "row", "rows") so far. ^C stops.")
                }
            }
            return .written(count, path: path)
        } catch {
            switch error {
            case .refused(let refusal): throw refusal
            case .file(let path, let problem): return .failed(path: path, problem: problem)
            case .alreadySeeded, .cancelled: throw .unavailable
            }
        }
    }
}

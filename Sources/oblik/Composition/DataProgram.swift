import ArgumentParser
import Domain
import Logging
import Services
import Wording

/// Runs a long program over the shop's data from the command line: progress on standard error, and an end without
/// harm by ^C or SIGTERM.
enum DataProgram {
    /// What a program is given.
    struct Desk: Sendable {
        let operations: Operations
        let principal: Principal
    }

    /// Runs `body` on long sessions and gives its report.
    ///
    /// - Throws: what `body` throws; exit code 130 after a signal.
    static func run<Report: Sendable>(
        _ options: GlobalOptions, _ body: @escaping @Sendable (Desk) async throws -> Report
    ) async throws -> Report {
        let signals = TerminationSignals()
        let context = try CommandContext(options, log: .quiet)
        let database = try await ShopDatabase.open(context, .bulk)
        let work = Task {
            let operations = Operations(pool: database.pool, logger: Logger(label: "data"))
            let services = ServiceCatalog(pool: database.pool, logger: operations.logger)
            let principal = try await services.staff.localOperator(account: Account.name, source: .cli)
            return try await body(Desk(operations: operations, principal: principal))
        }
        let watch = Task {
            await signals.first()
            work.cancel()
        }
        let result = await work.result
        watch.cancel()
        Console.endProgress()
        await database.close()
        if case .failure(DataError.cancelled) = result {
            Console.complain("Cancelled; nothing was changed.")
            throw ExitCode(130)
        }
        return try result.get()
    }

    /// Shows how far a program is, on one line that is written over.
    static func show(_ progress: DataProgress) { Console.progress(line(progress)) }

    /// How far a program is: `writing orders  12 %  120,000 rows  50,000 a second  0:07 left`.
    static func line(_ progress: DataProgress) -> String {
        var parts = [progress.phase.english]
        if let permille = progress.permille { parts.append("\(permille / 10) %") }
        if progress.rows > 0 {
            parts.append("\(grouped(progress.rows)) rows")
            parts.append("\(grouped(progress.rowsPerSecond)) a second")
        }
        if let remaining = progress.remaining {
            let seconds = Int(remaining.components.seconds)
            parts.append("\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60) left")
        }
        return parts.joined(separator: "  ")
    }

    /// The same for the screens, in the operator's language.
    static func phrase(_ progress: DataProgress) -> Phrase {
        var parts = [progress.phase]
        if let permille = progress.permille { parts.append("\(permille / 10) %") }
        if progress.rows > 0 {
            parts.append("\(count: progress.rows, "row", "rows")")
            parts.append("\(count: progress.rowsPerSecond, "row a second", "rows a second")")
        }
        return .joined(parts, by: "  ")
    }

    /// A number with its thousands parted: `541,909`.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A duration in seconds with one decimal.
    static func seconds(_ duration: Duration) -> String {
        let tenths = Int(duration / .milliseconds(100))
        return "\(tenths / 10).\(tenths % 10) s"
    }
}

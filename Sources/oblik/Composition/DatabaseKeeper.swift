import EmbeddedPostgres
import Logging
import Postgres
import Services
import Wording

/// Looks whether the database answers once a connection was lost, every second until it does, brings the private
/// cluster back, and says what it saw.
struct DatabaseKeeper: Sendable {
    let database: ShopDatabase
    let logger: Logger

    private static let interval = Duration.seconds(1)

    /// Watches until the task is cancelled; `report` hears changes only: `nil` for "it answers", else why not.
    ///
    /// Nobody looks as long as the connection stands that hears what others change; that is handed to `deliver`.
    func watch(
        _ report: @escaping @Sendable (Phrase?) -> Void,
        deliver: @escaping @Sendable (Changes) async -> Void = { _ in }
    ) async {
        let (losses, lost) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            group.addTask { await database.changes.run(link: { if !$0 { lost.yield() } }, deliver: deliver) }
            for await _ in losses { await bringBack(report) }
            group.cancelAll()
        }
    }

    /// Looks until the database answers.
    private func bringBack(_ report: @Sendable (Phrase?) -> Void) async {
        var isWell = true
        while !Task.isCancelled {
            let trouble = await look()
            if (trouble == nil) != isWell {
                isWell = trouble == nil
                logger.notice("database", metadata: ["state": "\(trouble?.english ?? "answers")"])
                report(trouble)
            }
            if isWell { return }
            // Cancellation ends the sleep, and the loop with it.
            try? await Task.sleep(for: Self.interval)
        }
    }

    private func look() async -> Phrase? {
        do {
            _ = try await database.cluster?.ensureRunning()
            _ = try await database.pool.query("SELECT 1 AS one", deadline: .seconds(3))
            return nil
        } catch is CancellationError {
            return nil
        } catch let error as PostgresError where error.kind == .poolExhausted {
            // All connections are at work: the database answers somebody.
            return nil
        } catch {
            return PlainWords.of(error)
        }
    }
}

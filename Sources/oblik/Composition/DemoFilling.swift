import Domain
import Logging
import Postgres
import Services
import Wording

/// The demo shop that Home offers where the shop is empty.
enum DemoFilling {
    private static let orders = 5000

    /// Fills the database, reports how far it is, and says at the end what was made.
    static func run(
        _ database: ShopDatabase, as principal: Principal, _ report: @escaping @Sendable (Phrase) -> Void
    ) async throws -> Phrase {
        let pool = database.bulkPool()
        let operations = Operations(pool: pool, logger: Logger(label: "data"))
        let options = SeedOptions(orders: orders, seed: 1)
        let result: Result<SeedReport, any Error>
        do {
            result = .success(
                try await SeedService(operations).run(options, as: principal) { report(DataProgram.phrase($0)) })
        } catch {
            result = .failure(error)
        }
        await pool.close()
        return summary(try result.get())
    }

    /// What was made, for the message line.
    private static func summary(_ report: SeedReport) -> Phrase {
        """
        The shop has \(count: report.users, "customer", "customers"), \(count: report.products, "product", "products"), \
        \(count: report.orders, "order", "orders") and \(count: report.lines, "line", "lines") now.
        """
    }
}

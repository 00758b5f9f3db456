import Domain
import Logging
import Postgres
import Services

/// The demo shop that Home offers where the shop is empty.
enum DemoFilling {
    private static let orders = 5000

    /// Fills the database, reports how far it is, and says at the end what was made.
    static func run(
        _ database: ShopDatabase, as principal: Principal, _ report: @escaping @Sendable (String) -> Void
    ) async throws -> String {
        let pool = database.bulkPool()
        let operations = Operations(pool: pool, logger: Logger(label: "data"))
        let options = SeedOptions(orders: orders, seed: 1)
        let result: Result<SeedReport, any Error>
        do {
            result = .success(
                try await SeedService(operations).run(options, as: principal) { report(DataProgram.line($0)) })
        } catch {
            result = .failure(error)
        }
        await pool.close()
        return SeedCommand.summary(try result.get())
    }
}

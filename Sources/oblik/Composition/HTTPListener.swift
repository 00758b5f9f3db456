import Domain
import HTTPAPI
import Logging
import Postgres
import Services
import Settings

/// The HTTP face over an open database, as the configuration wants it.
struct HTTPListener: Sendable {
    let service: HTTPService

    /// A listener that is not listening yet.
    ///
    /// `principal` is who asks where no token is sent; nobody, where a login is needed. `onListening` is told the
    /// address once requests are accepted.
    init(
        _ context: CommandContext, database: ShopDatabase, services: ServiceCatalog, principal: Principal?,
        onListening: @escaping @Sendable (String) -> Void
    ) {
        let settings = context.settings
        let start = ContinuousClock.now
        service = HTTPService(
            services: services, principal: principal, host: settings.httpHost, port: settings.httpPort,
            logger: Logger(label: "http"),
            health: {
                HealthReport(
                    version: Version.text, environment: settings.environment.rawValue,
                    uptime: ContinuousClock.now - start, checks: [await Self.check(database)])
            },
            onListening: { port in
                let host = settings.httpHost.contains(":") ? "[\(settings.httpHost)]" : settings.httpHost
                onListening("\(host):\(port)")
            })
    }

    private static func check(_ database: ShopDatabase) async -> HealthReport.Check {
        let start = ContinuousClock.now
        do {
            _ = try await database.pool.query("SELECT 1 AS one", deadline: .seconds(1))
            return HealthReport.Check("database", isHealthy: true, latency: ContinuousClock.now - start)
        } catch {
            return HealthReport.Check("database", isHealthy: false, detail: "it does not answer")
        }
    }
}

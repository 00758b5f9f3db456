import Domain
import Glibc
import HTTPAPI
import Logging
import Migrations
import Postgres
import Services
import Settings

/// The HTTP face over an open database, as the configuration wants it.
struct HTTPListener: Sendable {
    let service: HTTPService

    /// A listener that is not listening yet.
    ///
    /// A directory of documents that can't be read is an error: clients would name documents that nobody knows.
    /// `principal` is who asks where no token is sent; nobody, where a login is needed. `onListening` is told the
    /// address once requests are accepted.
    init(
        _ context: CommandContext, database: ShopDatabase, services: ServiceCatalog, principal: Principal?,
        onListening: @escaping @Sendable (String) -> Void
    ) throws {
        let settings = context.settings
        let start = ContinuousClock.now
        service = HTTPService(
            services: services, principal: principal, host: settings.httpHost, port: settings.httpPort,
            options: try Self.options(context), logger: Logger(label: "http"), files: Self.pageFiles(context),
            health: {
                HealthReport(
                    version: Version.text, environment: settings.environment.rawValue,
                    uptime: ContinuousClock.now - start,
                    checks: [await Self.check(database), await Self.checkMigrations(database, context)])
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

    private static func checkMigrations(
        _ database: ShopDatabase, _ context: CommandContext
    ) async -> HealthReport.Check {
        do {
            let files = try MigrationDirectory(path: context.assets.migrations).load().count
            let rows = try await database.pool.query(
                "SELECT count(*) AS count FROM site.schema_migration", deadline: .seconds(1))
            let applied: Int64 = try rows[0]["count"]
            // More than the files is the work of a newer version, which this one gets along with.
            return HealthReport.Check(
                "migrations", isHealthy: applied >= files, detail: "\(applied) applied, \(files) known")
        } catch {
            return HealthReport.Check("migrations", isHealthy: false, detail: "they can't be read")
        }
    }

    private static func options(_ context: CommandContext) throws -> HTTPOptions {
        let settings = context.settings.http
        var options = HTTPOptions()
        options.rates.perMinute[.read] = settings.readRate
        options.rates.perMinute[.write] = settings.writeRate
        options.rates.limitsLoopback = settings.limitsLoopback
        options.origins = settings.origins
        options.tellsTiming = settings.tellsTiming
        options.graphQL = try graphQL(context.settings)
        if let certificate = settings.certificate {
            options.tls = TLSFiles(certificate: certificate, key: settings.key ?? certificate)
        }
        if settings.logsAccess, [.trace, .debug, .info].contains(context.settings.logLevel) {
            options.accessLog = { [log = context.log] line in log.append(line) }
        }
        return options
    }

    /// What `oblik docs install` has put into its directory; a file that can't be read is told in the log.
    private static func pageFiles(_ context: CommandContext) -> PageFiles {
        PageFiles { [directory = context.docsDirectory, logger = context.logger] file in
            do throws(FolderError) {
                return try Folder.read("\(directory)/\(file.rawValue)")
            } catch {
                if error.code != ENOENT { logger.warning("page", metadata: ["cause": "\(error)"]) }
                return nil
            }
        }
    }

    private static func graphQL(_ settings: Settings) throws -> GraphQLOptions {
        var options = GraphQLOptions()
        options.statuses =
            switch settings.graphQL.statuses {
            case .audit: .audit
            case .draft2026: .draft2026
            }
        options.showsSchemaToStrangers = settings.environment != .prod
        options.onlyOperations = settings.graphQL.answersOnlyDocuments
        options.time = .seconds(settings.graphQL.seconds)
        if let directory = settings.graphQL.documents {
            options.operations = try TextFile.texts(in: directory, suffix: ".graphql")
        }
        return options
    }
}

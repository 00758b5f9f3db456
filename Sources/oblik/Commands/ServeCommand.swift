import ArgumentParser
import Domain
import HTTPAPI
import Logging
import Services
import Settings
import Wording

/// `oblik serve`: the HTTP listener alone, until SIGTERM.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve HTTP without a terminal, until SIGTERM.")
    @OptionGroup var options: GlobalOptions
    @Flag(name: .long, help: "Bring the schema of a foreign server up to date first.") var migrate = false

    func run() async throws { try await Self.serve(options, migrates: migrate) }

    /// Serves until SIGTERM or SIGINT; then the requests under way are finished.
    static func serve(_ options: GlobalOptions, migrates: Bool) async throws {
        let signals = TerminationSignals()
        let context = try CommandContext(options, log: .stderr)
        guard context.settings.isHTTPEnabled else {
            throw ValidationError("http.enabled is false: there would be nothing to serve.")
        }
        // Where the log goes to standard error too, it says all of this.
        let database = try await ShopDatabase.open(context, migrates: migrates) { step in
            if context.log.path != nil { Console.complain(step.english) }
        }
        do {
            try await serve(context, database, until: signals)
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }

    private static func serve(
        _ context: CommandContext, _ database: ShopDatabase, until signals: TerminationSignals
    ) async throws {
        let services = ServiceCatalog(pool: database.pool, logger: Logger(label: "services"))
        let needsLogin = context.settings.httpNeedsLogin(isPrivateCluster: database.cluster != nil)
        let principal =
            needsLogin ? nil : try await services.staff.localOperator(account: Account.name, source: .http)
        let listener = try HTTPListener(
            context, database: database, services: services, principal: principal
        ) { address in
            let scheme = context.settings.http.certificate == nil ? "http" : "https"
            Console.complain("Serving \(scheme)://\(address)")
        }
        let keeper = DatabaseKeeper(database: database, logger: context.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await listener.service.run() }
            group.addTask { await signals.first() }
            group.addTask { await keeper.watch({ _ in }, deliver: { _ in await services.events.wake() }) }
            group.addTask { await services.events.tidy() }
            // The first to end is the signal, or the listener with its reason.
            try await group.next()
            group.cancelAll()
        }
    }
}

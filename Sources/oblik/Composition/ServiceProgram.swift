import ArgumentParser
import Domain
import Logging
import Services

/// Runs one operation from the command line, as whoever sits at the machine.
enum ServiceProgram {
    /// What a program is given.
    struct Desk: Sendable {
        let services: ServiceCatalog
        let principal: Principal

        /// The account with this login.
        /// - Throws: `ValidationError` if there is none.
        func account(_ login: String) async throws -> Domain.Account {
            guard let account = try await services.accounts.find(login: login, as: principal) else {
                throw ValidationError("Nobody has the login \(login).")
            }
            return account
        }
    }

    /// Opens the database, runs `body`, and closes it again.
    static func run<Report: Sendable>(
        _ options: GlobalOptions, _ body: (Desk) async throws -> Report
    ) async throws -> Report {
        let context = try CommandContext(options, log: .quiet)
        let database = try await ShopDatabase.open(context)
        do {
            let services = ServiceCatalog(pool: database.pool, logger: Logger(label: "services"))
            let principal = try await services.staff.localOperator(account: Account.name, source: .cli)
            let report = try await body(Desk(services: services, principal: principal))
            await database.close()
            return report
        } catch {
            await database.close()
            throw error
        }
    }
}

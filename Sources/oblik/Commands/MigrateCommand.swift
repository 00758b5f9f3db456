import ArgumentParser
import Migrations
import Settings

/// `oblik migrate …`: the schema's steps.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the schema up to date, or look how it stands.",
        subcommands: [Run.self, Status.self, Generate.self])

    /// `oblik migrate run`.
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Apply the steps that are pending.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await withMigrator(options) { migrator in
                let applied = try await migrator.run()
                for step in applied { Console.print("applied  \(step.title)  \(step.milliseconds) ms") }
                if applied.isEmpty { Console.print("Nothing to do: the schema is up to date.") }
            }
        }
    }

    /// `oblik migrate status`; exits with 1 where the schema is not up to date.
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say of each step how it stands.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await withMigrator(options) { migrator in
                let steps = try await migrator.status()
                for step in steps { Console.print("\(step.state.rawValue)  \(step.title)") }
                if steps.contains(where: { $0.state != .applied }) { throw ExitCode(1) }
            }
        }
    }

    /// `oblik migrate generate NAME`.
    struct Generate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make the file of a new step.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "What the step does, such as add_order_tags.") var name: String

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            let directory = MigrationDirectory(path: context.assets.migrations)
            Console.print(try directory.generate(name: name))
        }
    }

    private static func withMigrator(
        _ options: GlobalOptions, _ body: (Migrator) async throws -> Void
    ) async throws {
        let context = try CommandContext(options, log: .quiet)
        let server = try await ReachedServer.reach(context)
        do {
            try await server.withConnection { connection in
                try await body(Migrator(directory: context.assets.migrations, connection: connection))
            }
        } catch {
            await server.leave()
            throw error
        }
        await server.leave()
    }
}

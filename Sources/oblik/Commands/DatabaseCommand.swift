import ArgumentParser
import EmbeddedPostgres
import Postgres
import Settings

/// `oblik db …`: the shop's database by hand.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Start, stop, back up, restore or look at the shop's database.",
        subcommands: [Start.self, Stop.self, Status.self, Backup.self, Restore.self, Psql.self, URL.self])

    /// `oblik db start`: starts the cluster and leaves it running.
    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Start it, and leave it running.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            try context.requireOwnCluster()
            let database = try await ShopDatabase.open(context)
            await database.pool.close()
            // Not left on purpose: leaving would stop what was asked to be started.
            if let address = try await database.cluster?.ensureRunning() {
                Console.print("PostgreSQL runs: \(address.url)")
            }
        }
    }

    /// `oblik db stop`: stops the cluster, if nobody uses it or `--force`.
    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Stop it.")
        @OptionGroup var options: GlobalOptions
        @Flag(name: .long, help: "Stop it although other programs use it.") var force = false

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            try context.requireOwnCluster()
            try await context.cluster.stop(.fast, evenIfInUse: force)
            Console.print("PostgreSQL is stopped.")
        }
    }

    /// `oblik db status`: says what the cluster does; exits with 3 where it does not answer (LSB init scripts).
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say how it is.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            try context.requireOwnCluster()
            let status = try await context.cluster.status()
            Console.print("state      \(status.state.rawValue)\(status.isInUse ? ", in use" : "")")
            if let major = status.major { Console.print("version    PostgreSQL \(major)") }
            if let process = status.processID { Console.print("process    \(process)") }
            if let directory = status.dataDirectory { Console.print("data       \(directory)") }
            Console.print("log        \(status.logFile)")
            if let address = status.address { Console.print("url        \(address.url)") }
            if status.state != .running { throw ExitCode(3) }
        }
    }

    /// `oblik db psql`: becomes psql on the shop's database.
    struct Psql: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open psql on the shop's database.",
            discussion: "What stands after -- goes to psql: oblik db psql -- -c 'SELECT 1'")
        @OptionGroup var options: GlobalOptions
        @Argument(parsing: .postTerminator) var arguments: [String] = []

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            let database = try await ShopDatabase.open(context)
            await database.pool.close()
            let words = try ConnectionWords(database.conninfo)
            let code = try ChildProcess.run(
                "psql", ["--dbname", words.open] + arguments, secrets: words.password.map { ["PGPASSWORD=\($0)"] } ?? []
            )
            _ = try await database.cluster?.leave()
            if code != 0 { throw ExitCode(code) }
        }
    }

    /// `oblik db url`: prints what `psql` takes; starts the cluster if it is down.
    struct URL: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "url", abstract: "Print a connection string that psql takes, and start it if it is down.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            try context.requireOwnCluster()
            Console.print(try await context.cluster.start().url)
        }
    }
}

extension CommandContext {
    /// - Throws: a message for people, where the configuration names a foreign server.
    func requireOwnCluster() throws {
        if settings.databaseURL != nil {
            throw ValidationError("database.url names another server; this command is about the private one.")
        }
    }
}

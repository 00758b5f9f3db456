import ArgumentParser
import CTerminal
import Domain
import Glibc
import Postgres
import Services
import Wording

/// The program's entry: reads the command line, puts the guard in place, runs the command.
@main enum Main {
    static func main() async {
        // Nothing that Oblik writes is for other accounts.
        umask(0o077)
        // A client that hangs up, or a pager that is quit, is an error to be handled and no reason to die.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try OblikCommand.parseAsRoot()
            // The guard forks, which a process with threads can't do safely: before anything else is started.
            if command is RunCommand && Console.isInteractive { ct_guard() }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error where error is PostgresError || error is ServiceError || error is InvalidInput {
            Console.complain("Error: \(PlainWords.of(error).english)")
            exit(1)
        } catch {
            OblikCommand.exit(withError: error)
        }
    }
}

/// `oblik`: the terminal, or one of the commands.
struct OblikCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oblik",
        abstract: "The sales desk in a terminal.",
        discussion: """
            Without a command, the terminal opens on a private PostgreSQL that Oblik starts itself; \
            an HTTP listener with the same operations runs beside it.
            """,
        version: Version.text,
        subcommands: [
            RunCommand.self, ServeCommand.self, DatabaseCommand.self, MigrateCommand.self,
            SeedCommand.self, ImportCommand.self, VerifyCommand.self, ConfigCommand.self, KeysCommand.self,
            UserCommand.self, TokenCommand.self, OpenAPICommand.self, DocsCommand.self, GraphQLCommand.self,
        ],
        defaultSubcommand: RunCommand.self)
}

/// The version of the program.
enum Version {
    static let text = "0.1.0"
}

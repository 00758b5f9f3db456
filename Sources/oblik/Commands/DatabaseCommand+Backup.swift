import ArgumentParser
import Domain
import EmbeddedPostgres
import Settings

extension DatabaseCommand {
    /// `oblik db backup [FILE]`: writes the whole shop into one file.
    struct Backup: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the whole shop into one file.",
            discussion: """
                The shop goes on meanwhile; the file holds one moment of it. Without a name it gets one with the time, \
                beside the data, where the newest seven are kept. pg_restore reads it, too.
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "Where to; a file of this name is replaced once the new one is whole.") var file: String?

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            let server = try await ReachedServer.reach(context)
            do {
                let backup =
                    try file.map { BackupFile(path: $0, programs: context.settings.databaseBinariesDirectory) }
                    ?? .dated(
                        in: context.backupFolder, at: Clock.now, programs: context.settings.databaseBinariesDirectory)
                try backup.write(server.conninfo)
                if file == nil { try BackupFile.removeOldest(in: context.backupFolder) }
                Console.print("Backed up to \(backup.path).")
            } catch {
                await server.leave()
                throw error
            }
            await server.leave()
        }
    }

    /// `oblik db restore FILE`: puts a backup in the place of the private database.
    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a backup in the place of the private database.",
            discussion: """
                The backup is written into a database of its own, brought up to date and verified; only then the two \
                change names. The old one is kept under the name that is told at the end.
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "A file that `oblik db backup` wrote.") var file: String
        @Flag(name: .long, help: "End the sessions of other programs.") var force = false

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            try context.requireOwnCluster()
            let backup = BackupFile(path: file, programs: context.settings.databaseBinariesDirectory)
            try backup.check()
            let server = try await ReachedServer.reach(context)
            do {
                let kept = try await Restoration(server: server, backup: backup).run(context, endsOthers: force)
                Console.print("Restored from \(file).")
                Console.print("The database of before is kept as \(kept); DROP DATABASE \(kept) frees its space.")
            } catch {
                await server.leave()
                throw error
            }
            await server.leave()
        }
    }
}

extension CommandContext {
    /// Where backups go that get no name: beside the data of the private cluster.
    var backupFolder: String { cluster.options.location.base + "/backups" }
}

import Glibc

/// Makes a new cluster, so that it is either there as a whole or not at all.
///
/// Everything is done in a draft directory that gets its real name last; a maker that dies half-way leaves a draft,
/// which the next maker removes. All of it happens under the mutex.
struct ClusterInitialiser {
    let name: String
    let location: ClusterLocation
    let account: ServerAccount
    let binaries: ServerBinaries
    let durability: ClusterOptions.Durability

    /// Makes the cluster with its role and database.
    func run() throws(EmbeddedPostgresError) {
        let draft = location.draftDirectory(major: binaries.major)
        do throws(EmbeddedPostgresError) {
            try initialise(draft)
            try ServerConfiguration.append("include_if_exists = '\(name).conf'", to: draft + "/postgresql.conf")
            try createDatabase(in: draft)
            // One pass over all files at the end, instead of one in each step: the directory has no name yet.
            if durability == .durable { try sync(draft) }
            let final = location.dataDirectory(major: binaries.major)
            guard rename(draft, final) == 0 else { throw .system(call: "rename", path: final, errno: errno) }
            Self.flush(location.base)
        } catch {
            // The reason is worth more than a clean directory: the next maker removes what stays behind.
            try? PrivateDirectory.remove(draft)
            throw error
        }
    }

    /// The role is the one that `initdb` makes: it owns all, and `peer` with a map lets the right accounts be it.
    private func initialise(_ draft: String) throws(EmbeddedPostgresError) {
        let arguments = [
            "--pgdata=\(draft)", "--username=\(name)", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
            "--auth-local=peer", "--auth-host=reject", "--no-instructions", "--no-sync",
        ]
        _ = try account.command(binaries.initdb, arguments).run(within: .seconds(120))
    }

    /// A single-user server needs no socket and no login, and is gone when this returns.
    private func createDatabase(in draft: String) throws(EmbeddedPostgresError) {
        let arguments = ["--single", "-D", draft, "-c", "exit_on_error=on", "-c", "fsync=off", "postgres"]
        _ = try account.command(binaries.postgres, arguments)
            .run(input: "CREATE DATABASE \(name)\n", within: .seconds(60))
    }

    private func sync(_ draft: String) throws(EmbeddedPostgresError) {
        _ = try account.command(binaries.initdb, ["--sync-only", "--pgdata=\(draft)"]).run(within: .seconds(120))
    }

    /// Has the new name reach the disk.
    private static func flush(_ directory: String) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

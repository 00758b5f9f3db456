import Glibc

/// What a killed server leaves behind, and how it is got rid of.
///
/// Only the holder of the mutex may do that.
enum ServerRemains {
    /// Removes the lock files of a server that is dead and that nobody has waited for.
    ///
    /// PostgreSQL's own rule is never to remove `postmaster.pid` by hand, since a server might live. Here its process
    /// is known to be dead (a zombie keeps its number, so it cannot be another one), and no process works in the
    /// directory. A killed server becomes the child of the machine's first process, which may take seconds to wait for
    /// it, and in some containers never does; until then PostgreSQL takes it for alive.
    static func clearZombie(in dataDirectory: String) {
        guard let file = PostmasterFile(dataDirectory: dataDirectory),
            ProcessTable.isZombie(file.processID), ProcessTable.name(of: file.processID) == "postgres",
            ProcessTable.processes(in: dataDirectory).isEmpty
        else { return }
        unlink(PostmasterFile.path(in: dataDirectory))
        guard !file.socketDirectory.isEmpty else { return }
        unlink(SocketDirectory.socket(in: file.socketDirectory) + ".lock")
    }

    /// Ends sessions that compute on although their server is dead, and so keep its memory attached.
    ///
    /// They have no server to tell the others about a crash, so that even SIGKILL harms nobody; what they had not
    /// committed is undone by the next server.
    static func endOrphans(in dataDirectory: String, with signal: Int32) {
        for orphan in ProcessTable.processes(in: dataDirectory)
        where ProcessTable.name(of: orphan) == "postgres" {
            kill(orphan, signal)
        }
    }
}

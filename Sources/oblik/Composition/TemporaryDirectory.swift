import Glibc

/// A directory for the time of one command.
struct TemporaryDirectory {
    let path: String

    init() throws {
        // Fails where somebody has the name already, so that nothing of theirs is used or removed.
        path = "/tmp/oblik-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
        guard mkdir(path, 0o700) == 0 else { throw FolderError(path: path, code: errno) }
    }

    /// Takes it away with all that is in it; what can't be taken away stays for the system to clear.
    func remove() {
        do {
            _ = try ChildProcess.run("rm", ["-rf", path])
        } catch {
            Console.complain("\(path) is left behind: \(error)")
        }
    }
}

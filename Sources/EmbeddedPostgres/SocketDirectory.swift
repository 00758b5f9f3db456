import Glibc

/// Finds the directory for the server's socket.
///
/// A socket's whole path has at most 107 bytes (`sun_path`, unix(7)), so the data directory is no place for it:
/// the runtime directory of the session is used, or a private directory under `/tmp`.
enum SocketDirectory {
    /// The port that names the socket file; nothing listens on a network.
    static let port = 5432

    static let maximumPathBytes = 107

    /// Makes the directory, or accepts it if it is the account's own.
    ///
    /// - Throws: `socketDirectoryUnusable` with the reason for each candidate.
    static func prepare(
        name: String, dataDirectory: String, account: ServerAccount, runtimeDirectory: String?,
        temporaryDirectory: String = "/tmp"
    ) throws(EmbeddedPostgresError) -> String {
        let leaf = hash(dataDirectory)
        var candidates: [String] = []
        // Root's runtime directory is closed to the account that the server runs as.
        if account.isInvoker, let runtimeDirectory, runtimeDirectory.hasPrefix("/") {
            candidates.append("\(runtimeDirectory)/\(name)-\(leaf)")
        }
        candidates.append("\(temporaryDirectory)/\(name)-\(account.uid)-\(leaf)")
        var reasons: [String] = []
        for candidate in candidates {
            if let reason = objection(to: candidate, account: account) {
                reasons.append("\(candidate): \(reason)")
            } else {
                return candidate
            }
        }
        throw .socketDirectoryUnusable(reasons: reasons)
    }

    /// The path of the socket file in a directory.
    static func socket(in directory: String) -> String { "\(directory)/.s.PGSQL.\(port)" }

    /// Removes the directory of a server that has stopped, if it is empty and one of those made here.
    static func discard(_ path: String, name: String) {
        guard path.split(separator: "/").last?.hasPrefix(name + "-") == true else { return }
        rmdir(path)
    }

    /// Makes the directory; gives what stands against it, or nil when it is ready.
    private static func objection(to path: String, account: ServerAccount) -> String? {
        guard socket(in: path).utf8.count <= maximumPathBytes else {
            return "the socket's path would be longer than \(maximumPathBytes) bytes"
        }
        // The server reads a list of directories, parted by commas, from a quoted setting.
        guard
            path.unicodeScalars.allSatisfy({
                $0.value > 0x20 && $0.value != 0x7f && !"',\"\\".unicodeScalars.contains($0)
            })
        else { return "the path holds a character that PostgreSQL's list of directories cannot" }
        if mkdir(path, 0o700) == 0 {
            guard account.isInvoker || lchown(path, account.uid, account.gid) == 0 else { return describeError(errno) }
        } else if errno != EEXIST {
            return describeError(errno)
        }
        // Anybody can make a name in /tmp: only a directory that is no link and is the account's own will do.
        guard let found = status(ofLink: path), found.isDirectory else { return "it is a link or a file" }
        if found.st_uid != account.uid {
            guard geteuid() == 0, found.st_uid == 0, entries(of: path).isEmpty,
                lchown(path, account.uid, account.gid) == 0
            else { return "it belongs to somebody else" }
        }
        guard found.permissions == 0o700 || chmod(path, 0o700) == 0 else { return describeError(errno) }
        return nil
    }

    /// Eight hexadecimal digits that tell data directories apart (FNV-1a; a name, not a secret).
    static func hash(_ text: String) -> String {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

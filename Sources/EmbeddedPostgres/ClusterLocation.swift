import Glibc

/// The directory that holds a private cluster: data, lock files and log, side by side.
///
/// `<base>/pg15` is the data directory (named by the major version, so that versions never meet in one),
/// `<base>/mutex.lock` serialises starting and stopping, `<base>/users.lock` is held by every program that uses the
/// cluster, and `<base>/server.log` is what the server says.
public struct ClusterLocation: Sendable, Hashable {
    /// The absolute path of the directory; it need not exist.
    public let base: String

    /// Names the directory; a relative path is taken from the working directory.
    public init(base: String) {
        var path = base.hasPrefix("/") ? base : Self.workingDirectory + "/" + base
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        self.base = path
    }

    /// The usual place for a program's cluster.
    ///
    /// `<NAME>_DATA_DIR` if set; for root `/var/lib/<name>`, since the account of the server cannot enter root's home;
    /// for others `$XDG_DATA_HOME/<name>`, by default `~/.local/share/<name>` (XDG Base Directory Specification).
    public static func `default`(name: String, environment: [String: String]) -> ClusterLocation {
        if let given = environment[name.uppercased() + "_DATA_DIR"], !given.isEmpty {
            return ClusterLocation(base: given)
        }
        if geteuid() == 0 { return ClusterLocation(base: "/var/lib/" + name) }
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
            return ClusterLocation(base: data + "/" + name)
        }
        let home = environment["HOME"] ?? PasswordEntry.find(uid: geteuid())?.home ?? "/"
        return ClusterLocation(base: home + "/.local/share/" + name)
    }

    /// The file that the server's messages go to.
    public var logFile: String { base + "/server.log" }

    var mutexFile: String { base + "/mutex.lock" }
    var usersFile: String { base + "/users.lock" }

    func dataDirectory(major: Int) -> String { "\(base)/pg\(major)" }

    /// Where a cluster is made before it gets its name; the process number keeps two makers apart.
    func draftDirectory(major: Int) -> String { "\(base)/pg\(major).tmp-\(getpid())" }

    /// The drafts that makers have left behind.
    var drafts: [String] {
        entries(of: base).filter { $0.hasPrefix("pg") && $0.contains(".tmp-") }.map { "\(base)/\($0)" }
    }

    /// The newest complete cluster here: its directory, version and owner, or nil where there is none yet.
    var existing: ExistingCluster? {
        let versions = entries(of: base).filter { $0.hasPrefix("pg") }.compactMap { Int($0.dropFirst(2)) }
        for major in versions.sorted(by: >) {
            let directory = dataDirectory(major: major)
            if let found = status(ofLink: directory + "/PG_VERSION"),
                let resolved = canonical(directory)
            {
                return ExistingCluster(directory: resolved, major: major, owner: found.st_uid)
            }
        }
        return nil
    }

    /// Whether a name in the base directory is one of ours.
    static func isOurs(_ entry: String) -> Bool {
        entry == "mutex.lock" || entry == "users.lock" || entry.hasPrefix("server.log") || entry.hasPrefix("pg")
    }

    private static var workingDirectory: String { canonical(".") ?? "/" }
}

/// A complete data directory that was found on disk.
struct ExistingCluster: Sendable, Equatable {
    /// The canonical path, as the server's working directory will show it.
    let directory: String
    let major: Int
    let owner: uid_t
}

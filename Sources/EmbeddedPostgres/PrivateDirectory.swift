import Glibc

/// Makes and checks directories that belong to the server's account alone.
enum PrivateDirectory {
    /// Makes the base directory with its missing parents, owned by the account and closed to others.
    ///
    /// A directory that exists is taken over only when it is empty or holds nothing but a cluster's own files: a
    /// mistyped `/etc` must not change its owner.
    ///
    /// - Returns: The canonical path.
    static func prepareBase(_ path: String, for account: ServerAccount) throws(EmbeddedPostgresError) -> String {
        try makeParents(of: path, mode: account.isInvoker ? 0o700 : 0o755)
        if mkdir(path, 0o700) == 0 {
            try give(path, to: account)
        } else if errno != EEXIST {
            throw .system(call: "mkdir", path: path, errno: errno)
        }
        guard let resolved = canonical(path), let found = status(ofLink: resolved), found.isDirectory else {
            throw .directoryUnusable(path: path, reason: "it is not a directory")
        }
        try adopt(resolved, found, for: account)
        try checkReach(resolved, for: account)
        return resolved
    }

    private static func adopt(
        _ path: String, _ found: stat, for account: ServerAccount
    ) throws(EmbeddedPostgresError) {
        let strangers = entries(of: path).filter { !ClusterLocation.isOurs($0) }
        if found.st_uid != account.uid {
            guard geteuid() == 0, found.st_uid == 0, strangers.isEmpty else {
                let owner = PasswordEntry.find(uid: found.st_uid)?.name ?? "user number \(found.st_uid)"
                throw .directoryUnusable(
                    path: path, reason: "it belongs to \(owner), and the server runs as \(account.name)")
            }
            try give(path, to: account)
        }
        guard found.permissions & 0o077 != 0 else { return }
        if strangers.isEmpty {
            guard chmod(path, 0o700) == 0 else { throw .system(call: "chmod", path: path, errno: errno) }
        } else if found.permissions & 0o022 != 0 {
            throw .directoryUnusable(path: path, reason: "others can write in it (chmod go-w would help)")
        }
    }

    private static func makeParents(of path: String, mode: mode_t) throws(EmbeddedPostgresError) {
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/" + part
            if mkdir(parent, mode) != 0 && errno != EEXIST && status(ofLink: parent) == nil {
                throw .system(call: "mkdir", path: parent, errno: errno)
            }
        }
    }

    static func give(_ path: String, to account: ServerAccount) throws(EmbeddedPostgresError) {
        guard !account.isInvoker else { return }
        guard lchown(path, account.uid, account.gid) == 0 else {
            throw .system(call: "chown", path: path, errno: errno)
        }
    }

    /// Asks the account itself whether it can work there: only the kernel knows about lists of access and mounts.
    private static func checkReach(_ path: String, for account: ServerAccount) throws(EmbeddedPostgresError) {
        if account.isInvoker {
            guard access(path, R_OK | W_OK | X_OK) == 0 else {
                throw .directoryUnusable(path: path, reason: describeError(errno))
            }
            return
        }
        do throws(EmbeddedPostgresError) {
            _ = try account.command("/usr/bin/test", ["-w", path]).run(within: .seconds(10))
        } catch .commandFailed {
            throw .directoryUnusable(
                path: path,
                reason:
                    "the account \(account.name) cannot get there; each directory above must let it pass (chmod o+x)")
        }
    }

    /// Closes a data directory that has become open to others, as after a restore: PostgreSQL refuses such a one.
    static func tighten(_ path: String) throws(EmbeddedPostgresError) {
        guard let found = status(ofLink: path), found.permissions != 0o700 else { return }
        guard chmod(path, 0o700) == 0 else { throw .system(call: "chmod", path: path, errno: errno) }
    }

    /// Removes a directory with all that it holds; `rm` follows no links, not even ones that appear meanwhile.
    static func remove(_ path: String) throws(EmbeddedPostgresError) {
        let command = Command(executable: "/bin/rm", arguments: ["-rf", "--", path], environment: ["LC_ALL=C"])
        _ = try command.run(within: .seconds(60))
    }
}

import Glibc

/// The three files that make a server private: settings, who may connect, and which account is which role.
///
/// They are written before each start, so that a new version of the program brings its settings along.
/// `ALTER SYSTEM` still has the last word: PostgreSQL reads `postgresql.auto.conf` after all others.
struct ServerConfiguration {
    let name: String
    let durability: ClusterOptions.Durability
    let socketDirectory: String
    /// The accounts of the operating system that are let in.
    let accounts: [String]

    var settingsFileName: String { name + ".conf" }

    /// Writes the files into a data directory.
    func write(to directory: String, owner: ServerAccount) throws(EmbeddedPostgresError) {
        try Self.replace("\(directory)/\(settingsFileName)", with: settings, owner: owner)
        try Self.replace("\(directory)/pg_hba.conf", with: access, owner: owner)
        try Self.replace("\(directory)/pg_ident.conf", with: identities, owner: owner)
    }

    var settings: String {
        var lines = [
            "# Written before each start. To change a setting for good, use ALTER SYSTEM.",
            "listen_addresses = ''",
            "port = \(SocketDirectory.port)",
            "unix_socket_directories = '\(socketDirectory)'",
            "unix_socket_permissions = 0700",
            // Tests run side by side, each with a pool of its own.
            "max_connections = \(durability == .durable ? 40 : 250)",
            // A shop of a million orders has some 200 MB that are read again and again. The memory is taken only as
            // pages are touched, so an idle or small cluster stays small all the same.
            "shared_buffers = \(sharedBuffersMegabytes)MB",
            // After each checkpoint whole pages are logged when they are touched first; a busy desk must not meet one
            // every second. The log is as large as that only while much is written.
            "max_wal_size = 1GB",
            "min_wal_size = 32MB",
            "autovacuum_max_workers = 1",
            "max_parallel_workers = 0",
            "jit = off",
            "wal_level = replica",
            "max_wal_senders = 2",
            "huge_pages = off",
            "logging_collector = off",
            "log_destination = 'stderr'",
            "log_line_prefix = '%m [%p] '",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "lc_messages = 'C.UTF-8'",
            "password_encryption = scram-sha-256",
            "log_min_duration_statement = 500ms",
            // What people buy does not belong into a log.
            "log_parameter_max_length = 0",
            "log_parameter_max_length_on_error = 0",
        ]
        if durability == .disposable {
            lines += [
                "fsync = off", "synchronous_commit = off", "full_page_writes = off", "log_min_duration_statement = -1",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Only through the socket, and only with the operating system's word for who is there: no secret to keep.
    var access: String { "local all all peer map=\(name)\nlocal replication all peer map=\(name)\n" }

    var identities: String {
        accounts.map { account in
            let quoted = account.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
            return "\(name) \(quoted ? account : "\"\(account)\"") \(name)\n"
        }.joined()
    }

    /// 256 MB where that is at most a twelfth of the memory, else 64 MB.
    private var sharedBuffersMegabytes: Int {
        durability == .durable && MachineMemory.megabytes >= 3072 ? 256 : 64
    }

    /// Writes a new file beside the old one and renames it, so that a server never reads half of it.
    static func replace(_ path: String, with text: String, owner: ServerAccount) throws(EmbeddedPostgresError) {
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .system(call: "open", path: draft, errno: errno) }
        defer { close(descriptor) }
        try writeAll(text, to: descriptor, path: draft)
        if !owner.isInvoker, fchown(descriptor, owner.uid, owner.gid) != 0 {
            throw .system(call: "chown", path: draft, errno: errno)
        }
        guard rename(draft, path) == 0 else { throw .system(call: "rename", path: path, errno: errno) }
    }

    /// Adds a line to a file that exists.
    static func append(_ line: String, to path: String) throws(EmbeddedPostgresError) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system(call: "open", path: path, errno: errno) }
        defer { close(descriptor) }
        try writeAll(line + "\n", to: descriptor, path: path)
    }

    private static func writeAll(
        _ text: String, to descriptor: Int32, path: String
    ) throws(EmbeddedPostgresError) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: sent), bytes.count - sent)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .system(call: "write", path: path, errno: errno) }
            sent += count
        }
    }
}

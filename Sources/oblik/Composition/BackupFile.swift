import Domain
import Glibc
import Postgres

/// A backup of the shop's database: one file of `pg_dump` in its custom format, which `pg_restore` reads too.
struct BackupFile {
    let path: String
    /// Where PostgreSQL's programs are, if not on the PATH.
    let programs: String?

    /// How many backups that Oblik makes by itself are kept.
    static let keptCount = 7
    private static let ending = ".dump"

    /// A backup with the time in its name, in the folder of such.
    ///
    /// - Throws: ``BackupError`` where the folder can't be made.
    static func dated(in folder: String, at moment: Moment, programs: String?) throws -> BackupFile {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw BackupError.file(folder, errno) }
        let digits = moment.description.prefix(19).filter { $0 != "-" && $0 != ":" }
        return BackupFile(path: "\(folder)/oblik-\(digits)Z\(ending)", programs: programs)
    }

    /// Writes the database into the file: under another name first, to the disk, read back, and only then in its place.
    func write(_ conninfo: String) throws {
        let draft = path + ".partial"
        unlink(draft)
        // Made here, so that it is readable by its owner alone from the first byte.
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw BackupError.file(path, errno) }
        defer {
            close(file)
            // After the renaming there is nothing of this name.
            unlink(draft)
        }
        try ChildProcess.runTool(
            "pg_dump", in: programs, on: ConnectionWords(conninfo),
            ["--format=custom", "--no-owner", "--no-privileges", "--file=\(draft)"])
        guard fsync(file) == 0 else { throw BackupError.file(path, errno) }
        try check(draft)
        guard rename(draft, path) == 0 else { throw BackupError.file(path, errno) }
    }

    /// That the file is a whole backup, as far as its table of contents tells.
    func check() throws { try check(path) }

    private func check(_ path: String) throws {
        guard access(path, R_OK) == 0 else { throw BackupError.file(path, errno) }
        let program = programs.map { "\($0)/pg_restore" } ?? "pg_restore"
        let code = try ChildProcess.run(program, ["--list", "--file=/dev/null", path])
        guard code == 0 else { throw BackupError.notABackup(path) }
    }

    /// Writes the backup into an empty database, all or nothing.
    func restore(into database: String, _ conninfo: String) throws {
        try ChildProcess.runTool(
            "pg_restore", in: programs, on: ConnectionWords(conninfo), database: database,
            ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", path])
    }

    /// Removes the oldest of the dated backups in a folder, but for the newest ``keptCount``.
    static func removeOldest(in folder: String) throws {
        guard let stream = opendir(folder) else { throw BackupError.file(folder, errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix("oblik-"), name.hasSuffix(ending) { names.append(name) }
        }
        for name in names.sorted().dropLast(keptCount) {
            guard unlink("\(folder)/\(name)") == 0 else { throw BackupError.file("\(folder)/\(name)", errno) }
        }
    }
}

/// Why there is no backup, or nothing was restored.
enum BackupError: Error, CustomStringConvertible {
    case file(String, Int32)
    case notABackup(String)
    case inUse(Int)
    case unsound(String)

    var description: String {
        switch self {
        case .file(let path, let code): "\(path): \(String(cString: strerror(code)))"
        case .notABackup(let path): "\(path) is no backup that pg_restore can read; nothing was changed."
        case .inUse(let count):
            "\(count) other session(s) use the database; close them, or say --force to end them. Nothing was changed."
        case .unsound(let rule):
            "The books of the backup are not in order (\(rule)); the shop is as it was."
        }
    }
}

import Glibc

/// The directory with PostgreSQL's server programs, and their major version.
public struct ServerBinaries: Sendable, Equatable {
    /// The directory that holds `postgres` and `initdb`.
    public let directory: String
    /// The major version, such as 15.
    public let major: Int

    var postgres: String { directory + "/postgres" }
    var initdb: String { directory + "/initdb" }

    /// Where Debian and its kin keep one directory for each major version.
    static let versionedRoot = "/usr/lib/postgresql"

    /// Finds the server programs.
    ///
    /// An explicit directory is the only one looked at. Else: the directory of the version that made the data, or the
    /// newest one for a new cluster; then `PATH`.
    ///
    /// - Parameters:
    ///   - explicit: A directory that the user has named.
    ///   - major: The version that made the existing data; nil for a new cluster.
    ///   - path: The value of `PATH`.
    ///   - root: The parent of `<version>/bin` directories.
    /// - Returns: The first directory that holds programs of the right version.
    /// - Throws: `binariesMissing` with every place that was looked at.
    public static func find(
        explicit: String?, major: Int?, path: String, root: String? = nil
    ) throws(EmbeddedPostgresError) -> ServerBinaries {
        let candidates = candidates(explicit: explicit, major: major, path: path, root: root ?? versionedRoot)
        var looked: [String] = []
        for directory in candidates where !looked.contains(directory) {
            looked.append(directory)
            if let found = examine(directory), major == nil || found.major == major { return found }
        }
        throw .binariesMissing(major: major, looked: looked)
    }

    private static func candidates(explicit: String?, major: Int?, path: String, root: String) -> [String] {
        if let explicit { return [explicit] }
        let inPath = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        if let major { return ["\(root)/\(major)/bin"] + inPath }
        let versions = entries(of: root).compactMap(Int.init).sorted(by: >)
        let versioned = versions.isEmpty ? ["\(root)/*/bin"] : versions.map { "\(root)/\($0)/bin" }
        return versioned + inPath
    }

    /// The programs in a directory, or nil where one is missing or does not tell its version.
    private static func examine(_ directory: String) -> ServerBinaries? {
        let postgres = directory + "/postgres"
        guard isExecutable(postgres), isExecutable(directory + "/initdb") else { return nil }
        let ask = Command(executable: postgres, arguments: ["--version"], environment: ["LC_ALL=C"])
        guard let answer = try? ask.run(within: .seconds(10)), let major = parseVersion(answer) else { return nil }
        return ServerBinaries(directory: directory, major: major)
    }

    /// The major version in the answer to `--version`, such as `postgres (PostgreSQL) 15.18 (Debian 15.18-0)`.
    static func parseVersion(_ answer: String) -> Int? {
        guard let number = answer.split(separator: " ").first(where: { $0.first?.isNumber == true }) else { return nil }
        return Int(number.prefix { $0.isNumber })
    }
}

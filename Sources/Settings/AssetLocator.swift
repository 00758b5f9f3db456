import Glibc

/// Finds the directory that holds what a program needs besides itself: `themes`, `migrations` and `config`.
public struct AssetLocator: Sendable {
    /// The name of the program, as in `share/<name>`.
    public var program: String
    /// The directory that the user has named; then it is the only one looked at.
    public var explicit: String?
    /// The path of the running program.
    public var executable: String
    /// The directory that the program was started in.
    public var workingDirectory: String

    private static let needed = ["themes", "migrations", "config"]

    /// How far up from the program a package is looked for.
    private static let maximumDepth = 16

    /// Prepares a search from where this process runs.
    public init(program: String, explicit: String?) {
        self.program = program
        self.explicit = explicit
        executable = Self.canonical("/proc/self/exe") ?? ""
        workingDirectory = Self.canonical(".") ?? "/"
    }

    /// Looks in the named directory only; else in `../share/<program>` and `share/<program>` beside the program, in
    /// each directory above it, and in the working directory.
    ///
    /// - Returns: The first directory that has all three.
    /// - Throws: ``AssetError`` with every place that was looked at.
    public func find() throws(AssetError) -> AssetDirectories {
        var looked: [String] = []
        for candidate in candidates where !looked.contains(candidate) {
            looked.append(candidate)
            if Self.needed.allSatisfy({ Self.isDirectory("\(candidate)/\($0)") }) {
                return AssetDirectories(root: Self.canonical(candidate) ?? candidate)
            }
        }
        throw AssetError(looked: looked)
    }

    private var candidates: [String] {
        if let explicit { return [explicit] }
        var places: [String] = []
        var directory = Self.parent(of: executable)
        if let directory {
            let above = Self.parent(of: directory) ?? "/"
            places += [Self.join(above, "share/\(program)"), Self.join(directory, "share/\(program)")]
        }
        for _ in 0..<Self.maximumDepth {
            guard let current = directory else { break }
            places.append(current)
            directory = Self.parent(of: current)
        }
        return places + [workingDirectory]
    }

    private static func parent(of path: String) -> String? {
        guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func join(_ directory: String, _ leaf: String) -> String {
        directory == "/" ? "/" + leaf : directory + "/" + leaf
    }

    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func canonical(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

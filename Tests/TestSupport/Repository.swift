import Glibc

/// The files of this repository, found from where this source file is.
public enum Repository {
    /// The absolute path of a file or folder, named from the root of the repository.
    public static func path(_ relative: String) -> String {
        root + "/" + relative
    }

    /// The root: the folder above `Tests/TestSupport`.
    private static let root: String = {
        // Links are resolved, so that a package that borrows this target by a link finds the same files.
        guard let resolved = realpath(#filePath, nil) else { return "." }
        defer { free(resolved) }
        return String(cString: resolved).split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    }()
}

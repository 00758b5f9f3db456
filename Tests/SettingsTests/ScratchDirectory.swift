import Glibc
import Testing

/// A directory of files for one test.
struct ScratchDirectory {
    let path: String

    /// Makes it, fills it, gives it to the body and removes it.
    static func run<Result>(
        _ files: [String: String] = [:], mode: mode_t = 0o600, _ body: (ScratchDirectory) throws -> Result
    ) throws -> Result {
        let scratch = ScratchDirectory(path: "/tmp/settingstest-\(getpid())-\(UInt64.random(in: 0...UInt64.max))")
        try #require(mkdir(scratch.path, 0o700) == 0)
        defer { scratch.remove() }
        for (name, text) in files { try scratch.write(name, text, mode: mode) }
        return try body(scratch)
    }

    func write(_ name: String, _ text: String, mode: mode_t = 0o600) throws {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        defer { close(file) }
        fchmod(file, mode)
        let bytes = Array(text.utf8)
        try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
    }

    /// Makes a directory with its parents.
    func makeDirectory(_ name: String) throws {
        var current = path
        for part in name.split(separator: "/") {
            current += "/" + part
            try #require(mkdir(current, 0o700) == 0 || errno == EEXIST)
        }
    }

    private func remove() { Self.remove(path) }

    private static func remove(_ path: String) {
        if unlink(path) == 0 { return }
        guard let stream = opendir(path) else { return }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { remove("\(path)/\(name)") }
        }
        closedir(stream)
        rmdir(path)
    }
}

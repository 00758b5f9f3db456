import Glibc
import Testing

/// A directory of migration files for one test.
struct ScratchDirectory {
    let path: String

    /// Makes it, fills it, gives it to the body and removes it.
    static func run<Result>(
        _ files: [String: String], _ body: (ScratchDirectory) async throws -> Result
    ) async throws -> Result {
        let scratch = ScratchDirectory(path: "/tmp/migrationstest-\(getpid())-\(UInt64.random(in: 0...UInt64.max))")
        try #require(mkdir(scratch.path, 0o700) == 0)
        defer { scratch.remove() }
        for (name, text) in files { try scratch.write(name, text) }
        return try await body(scratch)
    }

    /// Writes a file, replacing what was there.
    func write(_ name: String, _ text: String) throws {
        try write(name, bytes: Array(text.utf8))
    }

    func write(_ name: String, bytes: [UInt8]) throws {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(file) }
        try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
    }

    func delete(_ name: String) {
        unlink("\(path)/\(name)")
    }

    private func remove() {
        guard let stream = opendir(path) else { return }
        while let entry = readdir(stream) {
            delete(withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        closedir(stream)
        rmdir(path)
    }
}

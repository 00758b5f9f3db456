import Glibc

/// Small files and their directories.
enum Folder {
    /// The largest file that is read.
    private static let maximumSize = 16 << 20

    /// Makes a directory and those above it.
    static func make(_ path: String) throws {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            if mkdir(made, 0o777) != 0 && errno != EEXIST { throw FolderError(path: made, code: errno) }
        }
    }

    /// The bytes of a file; one with more than `maximumSize` is refused with `EFBIG`.
    static func read(_ path: String, upTo maximumSize: Int = maximumSize) throws(FolderError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FolderError(path: path, code: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= maximumSize {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { throw FolderError(path: path, code: errno) }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
        }
        throw FolderError(path: path, code: EFBIG)
    }

    /// Writes a file whole or not at all: beside its place first, then over it.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FolderError(path: draft, code: errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count < 0 { throw FolderError(path: draft, code: errno) }
            written += count
        }
        if rename(draft, path) != 0 { throw FolderError(path: path, code: errno) }
    }
}

/// A file or directory that can't be read, made or written.
struct FolderError: Error, CustomStringConvertible {
    let path: String
    let code: Int32

    var description: String { "\(path): \(String(cString: strerror(code)))" }
}

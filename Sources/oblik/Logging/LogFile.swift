import Glibc
import JSON
import Logging
import Synchronization

/// A file that grows by one JSON object a line; several programs may write to it.
///
/// Each line is one `write(2)` on a descriptor opened with `O_APPEND`, which the kernel does not tear.
final class LogFile: Sendable {
    private let descriptor: Int32
    /// The file's path, `nil` for standard error.
    let path: String?

    /// How large a file may be at the start of the program before it is put aside as `<path>.1`.
    private static let rotationBytes = 16 << 20

    /// Opens `path`, making its directory; only its owner may read it.
    /// - Throws: ``LogFileError`` with the reason of the system.
    init(path: String) throws {
        try Self.makeParents(of: path)
        var status = stat()
        if stat(path, &status) == 0 && status.st_size > Self.rotationBytes { rename(path, path + ".1") }
        descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        self.path = path
        guard descriptor >= 0 else { throw LogFileError(path: path, reason: String(cString: strerror(errno))) }
    }

    /// Standard error.
    init() { (descriptor, path) = (STDERR_FILENO, nil) }

    deinit { if path != nil { close(descriptor) } }

    /// Writes one line; a full disk loses it, since there is nowhere to say so.
    func append(_ line: [UInt8]) {
        line.withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count) }
    }

    private static func makeParents(of path: String) throws {
        var made = ""
        for part in path.split(separator: "/").dropLast() {
            made += (made.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
            // What is there already may be closed to changes, and need none.
            guard mkdir(made, 0o700) == 0 || errno == EEXIST else {
                throw LogFileError(path: path, reason: "\(made): \(String(cString: strerror(errno)))")
            }
        }
    }
}

/// The log can't be opened.
struct LogFileError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "log.file: \(path) can't be opened: \(reason)" }
}

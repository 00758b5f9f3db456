import Glibc

/// A file that grows under another name and gets its own when it is complete, so that work that is given up leaves no
/// half of it behind, and what stood there before stays until then.
///
/// People who may not read the shop may not read it: 0600.
final class OutputFile {
    private let path: String
    private let draft: String
    private let file: Int32

    /// Bytes that writers collect before they hand them over.
    static let chunkSize = 65_536

    init(path: String) throws(DataError) {
        (self.path, draft) = (path, path + ".partial")
        unlink(draft)
        file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .file(path: path, problem: errorText(errno)) }
    }

    func append(_ bytes: [UInt8]) throws(DataError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .file(path: path, problem: errorText(count == 0 ? EIO : errno)) }
            sent += count
        }
    }

    /// Gives the complete file its name.
    func complete() throws(DataError) {
        guard rename(draft, path) == 0 else { throw .file(path: path, problem: errorText(errno)) }
    }

    deinit {
        guard file >= 0 else { return }
        close(file)
        // After `complete()` there is nothing of this name.
        unlink(draft)
    }
}

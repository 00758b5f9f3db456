import Domain
import Glibc

/// The file of the rows that were not imported: their columns as in the original, the line they stood on, the reason.
///
/// It grows under another name and gets its own when it is complete, so that an import that is given up leaves no
/// half of it behind, and the file of the run before stays until then.
final class RejectFile {
    private let path: String
    private let draft: String
    private let file: Int32
    private var writer = CSVWriter()

    private static let chunkSize = 65_536

    /// Creates the file for the rows that are to stand at `path`; people who may not read the shop may not read it.
    init(path: String) throws(DataError) {
        (self.path, draft) = (path, path + ".partial")
        unlink(draft)
        file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .file(path: path, problem: errorText(errno)) }
        let columns = OnlineRetailColumns.Column.allCases.map(\.rawValue)
        writer.write(columns + ["Line", "Reason"])
    }

    /// Adds a row.
    func add(_ fields: [String], line: Int, reason: RejectReason) throws(DataError) {
        writer.write(fields + [String(line), reason.message])
        if writer.bytes.count >= Self.chunkSize { try flush() }
    }

    /// Gives the complete file its name.
    func complete() throws(DataError) {
        try flush()
        guard rename(draft, path) == 0 else { throw .file(path: path, problem: errorText(errno)) }
    }

    deinit {
        close(file)
        // After `complete()` there is nothing of this name.
        unlink(draft)
    }

    private func flush() throws(DataError) {
        let bytes = writer.take()
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .file(path: path, problem: errorText(count == 0 ? EIO : errno)) }
            sent += count
        }
    }
}

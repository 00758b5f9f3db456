import Glibc
import Reactor

/// A file that is read from its beginning to its end, standard input among them.
///
/// Files that xz has packed are known by their first bytes and unpacked by the program of that name. Reading waits on
/// a loop of its own, so that a slow pipe holds up nobody, and the wait ends when the task is cancelled.
final class InputFile {
    /// The name for standard input.
    static let standardInput = "-"

    let path: String
    /// How many bytes there will be; `nil` for pipes and packed files.
    let size: Int?
    private let file: Int32
    private let unpacker: Unpacker?
    private let isRegular: Bool
    private let loop: PollLoop
    private var isDone = false
    private var isClosed = false

    private static let chunkSize = 262_144
    private static let packedStart: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]

    /// Opens the file at `path`, or takes standard input if that is `-`.
    init(_ path: String) throws(DataError) {
        let isInput = path == Self.standardInput
        let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .file(path: path, problem: errorText(errno)) }
        var facts = stat()
        fstat(file, &facts)
        let kind = facts.st_mode & S_IFMT
        let isRegular = kind == S_IFREG
        do throws(DataError) {
            if kind == S_IFDIR { throw .file(path: path, problem: errorText(EISDIR)) }
            let isPacked = isRegular && Self.isPacked(file)
            unpacker = isPacked ? try Unpacker(file: file, path: path) : nil
            size = isRegular && !isPacked ? Int(facts.st_size) : nil
        } catch {
            if !isInput { close(file) }
            throw error
        }
        (self.path, self.file, self.isRegular) = (path, file, isRegular)
        loop = PollLoop(name: "input")
    }

    /// Whether an open regular file begins as packed ones do; its position stays.
    private static func isPacked(_ file: Int32) -> Bool {
        var start = [UInt8](repeating: 0, count: packedStart.count)
        return pread(file, &start, start.count, lseek(file, 0, SEEK_CUR)) == start.count && start == packedStart
    }

    /// The next bytes, at most 256 KiB; `nil` at the end.
    func next() async throws -> [UInt8]? {
        if isDone { return nil }
        let source = unpacker?.output ?? file
        while true {
            try Task.checkCancellation()
            if !isRegular || unpacker != nil { try await loop.wait(for: source, events: POLLIN) }
            var failure: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
                let received = read(source, buffer.baseAddress, Self.chunkSize)
                (count, failure) = (max(0, received), received < 0 ? errno : 0)
            }
            if failure == EINTR || failure == EAGAIN { continue }
            guard failure == 0 else { throw DataError.file(path: path, problem: errorText(failure)) }
            if !chunk.isEmpty { return chunk }
            isDone = true
            return nil
        }
    }

    /// Whether the file at `path`, if there is one, is the one that is read here.
    func isSame(as path: String) -> Bool {
        var (own, other) = (stat(), stat())
        guard fstat(file, &own) == 0, stat(path, &other) == 0 else { return false }
        return (own.st_dev, own.st_ino) == (other.st_dev, other.st_ino)
    }

    /// Closes the file, and reaps the child that unpacked it.
    ///
    /// To be called at the end or before it; twice is once.
    /// - Throws: ``DataError/file(path:problem:)`` if the child could not unpack all of it.
    func finish() throws(DataError) {
        if isClosed { return }
        isClosed = true
        loop.stop()
        if file != STDIN_FILENO { close(file) }
        try unpacker?.end(isDone: isDone)
    }
}

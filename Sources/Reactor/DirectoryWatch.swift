import Glibc

/// Sees which files of some directories get new content, through inotify(7).
///
/// It watches directories and not files, because editors save by putting a new file in the place of the old one. It
/// sleeps in its loop: while nothing happens there, nothing wakes up. What another machine changes on a network file
/// system is not seen.
public actor DirectoryWatch {
    private let loop: PollLoop
    private let descriptor: Int32
    /// The watched directories by the numbers that inotify has given them.
    private var paths: [Int32: String] = [:]
    private var isClosed = false

    /// The actor lives on the thread of its loop.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | Int32(IN_ONLYDIR))

    /// A watch that sees nothing yet.
    /// - Throws: ``DirectoryWatchError`` if the system has no further watches for this user.
    public init(on loop: PollLoop) throws(DirectoryWatchError) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw DirectoryWatchError(path: nil, errno: errno) }
        (self.loop, self.descriptor) = (loop, descriptor)
    }

    deinit { if !isClosed { Glibc.close(descriptor) } }

    /// Watches the directory at `path` as well; a second time changes nothing.
    public func add(_ path: String) throws(DirectoryWatchError) {
        let number = inotify_add_watch(descriptor, path, Self.mask)
        guard number >= 0 else { throw DirectoryWatchError(path: path, errno: errno) }
        if paths[number] == nil { paths[number] = path }
    }

    /// Waits until something happens, and tells all of it.
    /// - Throws: `CancellationError` when the task is cancelled, the loop stops, or the watch was closed.
    public func changes() async throws -> Set<DirectoryChange> {
        while !isClosed {
            let changes = read()
            if !changes.isEmpty { return changes }
            try await loop.wait(for: descriptor, events: Int32(POLLIN))
        }
        throw CancellationError()
    }

    /// Ends the watch, and lets go who waits for it.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        loop.resumeWaiters(of: descriptor)
        Glibc.close(descriptor)
    }

    /// Everything that has happened so far.
    private func read() -> Set<DirectoryChange> {
        var changes: Set<DirectoryChange> = []
        withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                take(UnsafeRawBufferPointer(rebasing: buffer[..<count]), into: &changes)
            }
        }
        return changes
    }

    private func take(_ bytes: UnsafeRawBufferPointer, into changes: inout Set<DirectoryChange>) {
        let head = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + head <= bytes.count {
            let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let name = bytes[(offset + head)..<min(offset + head + Int(event.len), bytes.count)].prefix { $0 != 0 }
            if let change = change(event, String(decoding: name, as: UTF8.self)) { changes.insert(change) }
            offset += head + Int(event.len)
        }
    }

    private func change(_ event: inotify_event, _ name: String) -> DirectoryChange? {
        func has(_ flags: Int32) -> Bool { event.mask & UInt32(bitPattern: flags) != 0 }
        if has(IN_Q_OVERFLOW) { return .anything }
        guard let directory = paths[event.wd] else { return nil }
        if has(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) {
            paths[event.wd] = nil
            return .gone(directory)
        }
        let path = "\(directory)/\(name)"
        // What was just created has its content yet to come, and is told of when it is closed; a link has none to come.
        if has(IN_CREATE) && !Self.isLink(path) { return nil }
        return .file(path)
    }

    /// Whether it is a symbolic link, or a further name of a file.
    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFLNK || (status.st_mode & S_IFMT == S_IFREG && status.st_nlink > 1)
    }
}

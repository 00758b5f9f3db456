import Glibc

/// A lock file held through `flock(2)`: the kernel lets go of it when the process dies, so it is never stale.
final class FileLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Opens the lock file, which is made where it is missing (unless `creates` is false).
    ///
    /// The descriptor is close-on-exec: a server that inherited it would hold the lock as long as it lives.
    init(path: String, owner: ServerAccount?, creates: Bool = true) throws(EmbeddedPostgresError) {
        let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | (creates ? O_CREAT : 0)
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { throw .system(call: "open", path: path, errno: errno) }
        if let owner, !owner.isInvoker {
            // The account itself must be able to take the lock when it runs the program one day.
            fchown(descriptor, owner.uid, owner.gid)
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        // A child between fork and exec holds a copy of the descriptor, which closing ours would leave locked.
        unlock()
        close(descriptor)
    }

    /// Takes the lock for this program alone, waiting up to `limit`.
    func lockExclusively(within limit: Duration) throws(EmbeddedPostgresError) {
        try lock(LOCK_EX, within: limit)
    }

    /// Takes the lock together with others, waiting up to `limit`.
    func lockShared(within limit: Duration) throws(EmbeddedPostgresError) {
        try lock(LOCK_SH, within: limit)
    }

    /// Takes the lock alone if nobody else has it; a shared lock of this object is given up for it in either case.
    func tryExclusive() -> Bool {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    /// Lets go; the object can be locked again.
    func unlock() {
        _ = flock(descriptor, LOCK_UN)
    }

    /// Tries again and again rather than blocking in the kernel, so that the wait has an end.
    private func lock(_ kind: Int32, within limit: Duration) throws(EmbeddedPostgresError) {
        let taken = Deadline(after: limit).wait(everyMilliseconds: 3) {
            flock(descriptor, kind | LOCK_NB) == 0
        }
        guard taken else { throw .lockBusy(path: path) }
    }
}

import Glibc

/// The right to write a file, held through `flock(2)`: the kernel takes it back when the program dies.
final class FileLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Tries to take the lock whose file is at `path`; `nil` while another has it.
    ///
    /// Who gives a file up removes the lock's file too; whoever waited with the removed file in hand holds a lock that
    /// nobody else can see. The file that was locked must therefore still be the one at the path.
    static func take(_ path: String) throws(FileRefusal) -> FileLock? {
        for _ in 0..<8 {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw PrivateFile.failure("open", path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                return nil
            }
            var (locked, named) = (stat(), stat())
            if fstat(descriptor, &locked) == 0, stat(path, &named) == 0, locked.st_ino == named.st_ino {
                return FileLock(path: path, descriptor: descriptor)
            }
            close(descriptor)
        }
        return nil
    }

    private init(path: String, descriptor: Int32) { (self.path, self.descriptor) = (path, descriptor) }

    deinit {
        // A process that is being started meanwhile has a copy of the descriptor until it executes its program, and
        // closing ours alone would leave the lock with it.
        _ = flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Removes the lock's file; the lock itself ends with the object.
    func removeFile() { unlink(path) }
}

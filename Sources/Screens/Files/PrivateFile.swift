import Glibc

/// Small private files that are replaced as a whole.
enum PrivateFile {
    /// Puts `bytes` into the place of the file at `path`, so that after a crash it holds either the old ones or the
    /// new ones: written beside it, forced to the disk, and renamed.
    static func replace(_ path: String, with bytes: [UInt8], in directory: String) throws(FileRefusal) {
        let temporary = path + ".tmp"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
        let descriptor = open(temporary, flags, 0o600)
        guard descriptor >= 0 else { throw failure("open", temporary) }
        do throws(FileRefusal) {
            defer { close(descriptor) }
            try write(bytes, to: descriptor, path: temporary)
            guard fsync(descriptor) == 0 else { throw failure("fsync", temporary) }
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else { throw failure("rename", temporary) }
        flush(directory)
    }

    /// The file's bytes, `nil` where there is none, it can't be read, or it has more than `limit`.
    static func read(_ path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            }
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else { return nil }
            count += got
        }
        return bytes
    }

    /// The names in a directory, at most `limit`; none where it can't be read.
    static func names(in directory: String, limit: Int) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < limit, let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }

    /// Makes a directory for its owner alone, with the parents that are missing.
    static func makeDirectory(_ path: String) throws(FileRefusal) {
        var status = stat()
        if stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR { return }
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir", made) }
        }
    }

    static func failure(_ call: String, _ path: String) -> FileRefusal {
        var buffer = [CChar](repeating: 0, count: 256)
        let code = errno
        let isKnown = strerror_r(code, &buffer, buffer.count) == 0
        let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return FileRefusal(call: call, path: path, reason: isKnown ? text : "error \(code)")
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileRefusal) {
        var count = 0
        while count < bytes.count {
            let put = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            }
            if put < 0 && errno == EINTR { continue }
            guard put > 0 else { throw failure("write", path) }
            count += put
        }
    }

    /// Forces a rename to the disk.
    ///
    /// Where a directory can't be synchronised, the name follows a little later.
    private static func flush(_ directory: String) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

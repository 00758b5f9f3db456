import Glibc

/// The operating system's sentence for an `errno` value.
func describeError(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return string(fromC: buffer)
}

/// The text of a C array up to its NUL.
func string(fromC array: [CChar]) -> String {
    String(decoding: array.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// What `lstat(2)` says about a path, or nil where there is nothing.
func status(ofLink path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
}

extension stat {
    var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
    var permissions: mode_t { st_mode & 0o7777 }
}

/// The names in a directory without `.` and `..`, or an empty list where it cannot be read.
func entries(of directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != "." && name != ".." { names.append(name) }
    }
    return names
}

/// The path without links, dots and doubled slashes, or nil where it does not exist.
func canonical(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// The bytes of a small file from `offset` on, at most `limit` of them, or nil where it cannot be read.
func contents(of path: String, from offset: Int = 0, limit: Int = 65_536) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
        let got = bytes.withUnsafeMutableBytes { buffer in
            read(descriptor, buffer.baseAddress?.advanced(by: count), limit - count)
        }
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { break }
        count += got
    }
    return Array(bytes.prefix(count))
}

/// The text of a small file, or nil where it cannot be read.
func text(of path: String) -> String? {
    contents(of: path).map { String(decoding: $0, as: UTF8.self) }
}

/// Whether the file can be run by somebody.
func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
}

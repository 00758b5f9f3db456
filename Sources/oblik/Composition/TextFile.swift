import Glibc

/// Text on disk.
enum TextFile {
    /// Why a file can't be used.
    struct Fault: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    private static let maximumBytes = 8 * 1024 * 1024
    private static let maximumFiles = 10_000

    /// The text of a file.
    /// - Throws: ``Fault`` where it can't be read, is too large, or is no UTF-8.
    static func read(_ path: String) throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Fault("\(path) can't be read: \(reason()).") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Fault("\(path) can't be read: \(reason()).") }
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= maximumBytes else {
                throw Fault("\(path) is larger than \(maximumBytes / 1_048_576) MiB.")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault("\(path) is no UTF-8.")
        }
        return text
    }

    private static func reason() -> String { String(cString: strerror(errno)) }

    /// The texts of the files of a directory whose names end so, by name.
    static func texts(in directory: String, suffix: String) throws -> [String] {
        guard let stream = opendir(directory) else { throw Fault("\(directory) can't be read: \(reason()).") }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(suffix) { names.append(name) }
            guard names.count <= maximumFiles else {
                throw Fault("\(directory) has more than \(maximumFiles) files.")
            }
        }
        return try names.sorted().map { try read("\(directory)/\($0)") }
    }
}

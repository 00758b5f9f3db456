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
        let bytes: [UInt8]
        do {
            bytes = try Folder.read(path, upTo: maximumBytes)
        } catch {
            throw error.code == EFBIG
                ? Fault("\(path) is larger than \(maximumBytes / 1_048_576) MiB.")
                : Fault("\(path) can't be read: \(reason(error.code)).")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault("\(path) is no UTF-8.")
        }
        return text
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    /// The texts of the files of a directory whose names end so, by name.
    static func texts(in directory: String, suffix: String) throws -> [String] {
        guard let stream = opendir(directory) else { throw Fault("\(directory) can't be read: \(reason(errno)).") }
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

import Glibc

/// The directory that holds the files `NNNN_verb_phrase.sql`.
public struct MigrationDirectory: Sendable {
    /// Its path.
    public let path: String

    /// The largest file that is read: a step of a schema, not a load of data.
    static let maximumFileBytes = 1_048_576

    /// Names the directory; nothing is read yet.
    public init(path: String) {
        self.path = path
    }

    /// Reads every file, in the order of their numbers.
    ///
    /// - Returns: The migrations, numbered from 1 without a gap.
    /// - Throws: `MigrationError` where the directory or a file cannot be read, a name is not of the right form, or
    ///   numbers are missing or double. Files that do not end in `.sql` are none of ours.
    public func load() throws(MigrationError) -> [Migration] {
        var migrations: [Migration] = []
        for file in try fileNames() {
            guard let (version, name) = Self.parse(file) else { throw .malformedName(file: file) }
            guard version == migrations.count + 1 else {
                throw .outOfSequence(file: file, expected: migrations.count + 1)
            }
            migrations.append(Migration(version: version, name: name, bytes: try read(file)))
        }
        return migrations
    }

    /// Makes the next file with a comment to be filled in.
    ///
    /// - Parameter name: What the step does, in snake case: `create_users`.
    /// - Returns: The path of the new file.
    /// - Throws: `MigrationError` where the name is not of the right form, or the directory is not in order.
    public func generate(name: String) throws(MigrationError) -> String {
        guard Self.isName(name) else { throw .invalidName(name) }
        let version = (try load().last?.version ?? 0) + 1
        guard version <= Migration.maximumVersion else { throw .tooMany }
        let file = "\(path)/\(Migration.title(version: version, name: name)).sql"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unusableFile(path: file, reason: Self.describe(errno)) }
        defer { close(descriptor) }
        let header = Array(Self.header.utf8)
        guard Glibc.write(descriptor, header, header.count) == header.count else {
            throw .unusableFile(path: file, reason: Self.describe(errno))
        }
        return file
    }

    private static let header = """
        -- Say here why this change is made, and what it costs on a full table.
        -- It runs once, in one transaction, and is never edited after that: a later change is a later file.


        """

    /// The number and the name in `0001_create_users.sql`, or nil where the form is another one.
    static func parse(_ file: String) -> (version: Int, name: String)? {
        guard file.hasSuffix(".sql") else { return nil }
        let stem = file.dropLast(4)
        let digits = stem.prefix(4)
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            stem.dropFirst(4).first == "_", let version = Int(digits)
        else { return nil }
        let name = String(stem.dropFirst(5))
        return isName(name) ? (version, name) : nil
    }

    private static func isName(_ name: String) -> Bool {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
        return isPlain && (1...100).contains(name.utf8.count) && !name.hasPrefix("_") && !name.hasSuffix("_")
    }

    private func fileNames() throws(MigrationError) -> [String] {
        guard let stream = opendir(path) else { throw .unusableFile(path: path, reason: Self.describe(errno)) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            // Editors leave hidden files beside the one that is being written.
            if name.hasSuffix(".sql") && !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private func read(_ file: String) throws(MigrationError) -> [UInt8] {
        let path = "\(path)/\(file)"
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unusableFile(path: path, reason: Self.describe(errno)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unusableFile(path: path, reason: Self.describe(errno)) }
            guard count > 0 else { break }
            bytes.append(contentsOf: chunk.prefix(count))
            guard bytes.count <= Self.maximumFileBytes else {
                throw .unusableFile(path: path, reason: "it has more than \(Self.maximumFileBytes) bytes")
            }
        }
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
            throw .unusableFile(path: path, reason: "it is not UTF-8 text")
        }
        return bytes
    }

    private static func describe(_ code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

import Glibc
import GraphQL
import GraphQLAPI

/// A schema on disk.
enum SchemaFile {
    /// Why a file is no schema.
    struct Fault: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    private static let maximumBytes = 8 * 1024 * 1024

    /// The schema of this program, as text without the last line end.
    static func ownText() throws -> String { String(try ShopSchema.make().sdl.dropLast()) }

    /// What has changed from the schema of one file to that of another, or of this program.
    static func changes(from old: String, to new: String?) throws -> [(text: String, isBreaking: Bool)] {
        let before = try schema(in: old)
        let after = try new.map(schema) ?? ShopSchema.make()
        return after.changes(since: before).map { ($0.description, $0.effect == .breaking) }
    }

    private static func schema(in path: String) throws -> Schema {
        let text = try read(path)
        do throws(SchemaError) {
            return try Schema(sdl: text)
        } catch {
            throw Fault("\(path) is no schema:\n\(error)")
        }
    }

    /// The text of a file.
    /// - Throws: ``Fault`` where it can't be read, is too large, or is no UTF-8.
    private static func read(_ path: String) throws -> String {
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
}

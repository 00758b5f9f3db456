import GraphQL
import GraphQLAPI

/// A schema on disk.
enum SchemaFile {
    /// The schema of this program, as text without the last line end.
    static func ownText() throws -> String { String(try ShopSchema.make().sdl.dropLast()) }

    /// What has changed from the schema of one file to that of another, or of this program.
    static func changes(from old: String, to new: String?) throws -> [(text: String, isBreaking: Bool)] {
        let before = try schema(in: old)
        let after = try new.map(schema) ?? ShopSchema.make()
        return after.changes(since: before).map { ($0.description, $0.effect == .breaking) }
    }

    private static func schema(in path: String) throws -> Schema {
        let text = try TextFile.read(path)
        do throws(SchemaError) {
            return try Schema(sdl: text)
        } catch {
            throw TextFile.Fault("\(path) is no schema:\n\(error)")
        }
    }
}

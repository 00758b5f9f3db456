import ArgumentParser

/// `oblik graphql`: the schema, and how it differs from an older one.
struct GraphQLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graphql", abstract: "Show the GraphQL schema, and what has changed in it.",
        subcommands: [Schema.self, Diff.self])

    /// `oblik graphql schema`: the schema in its definition language.
    struct Schema: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the schema.")

        func run() async throws { Console.print(try SchemaFile.ownText()) }
    }

    /// `oblik graphql diff`: exits with 1 where a change breaks clients.
    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Name what has changed since an older schema.",
            discussion: "Exits with 1 where a change breaks clients of the older schema.")
        @Argument(help: "A file with the older schema.") var old: String
        @Argument(help: "A file with the newer schema; that of this program unless given.") var new: String?

        func run() async throws {
            let changes = try SchemaFile.changes(from: old, to: new)
            for change in changes { Console.print(change.text) }
            if changes.isEmpty { Console.print("Nothing has changed that clients could notice.") }
            if changes.contains(where: \.isBreaking) { throw ExitCode(1) }
        }
    }
}

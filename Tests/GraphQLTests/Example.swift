import GraphQL

struct Track: GraphQLObject {
    let id: Int
    let title: String
    static let graphQL = ObjectDefinition<Track, Library>("Track", "A piece of music.") {
        Field("title", \.title, "The name on the sleeve.")
        BatchField("plays") { tracks, library in await library.plays(of: tracks.map(\.id)) }
    }
}

struct Library: GraphQLObject {
    static let graphQL = ObjectDefinition<Library, Library>("Query") {
        Field("tracks", Argument("first", Int.self, default: 10)) { _, library, first in
            await library.tracks(first)
        }
    }
    func tracks(_ count: Int) async -> [Track] { (1...2).map { Track(id: $0, title: "No. \($0)") } }
    func plays(of ids: [Int]) async -> [Int] { ids.map { $0 * 100 } }
}

func example() async throws -> GraphQLResponse {
    let schema = try Schema(query: Library())
    return await schema.answer(GraphQLRequest("{ tracks { title plays } }"), context: Library())
}

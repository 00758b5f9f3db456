import GraphQL
import JSON
import Testing

@Suite struct DocumentCacheTests {
    private func answer(_ text: String, _ cache: DocumentCache) async throws -> JSONValue {
        await (try Bookshop.schema()).answer(
            GraphQLRequest(text), context: Bookshop(), memory: RequestMemory(documents: cache)
        ).json
    }

    @Test("Sound documents are kept, and answered as before; others are not")
    func keeping() async throws {
        let cache = DocumentCache()
        let first = try await answer("{ authors { name } }", cache)
        #expect(try await answer("{ authors { name } }", cache) == first && cache.count == 1)
        _ = try await answer("{ authors { unknown } }", cache)
        _ = try await answer("{ authors {", cache)
        #expect(cache.count == 1)
    }

    @Test("What was not asked for the longest goes first, and what is long is not kept")
    func bounds() async throws {
        let cache = DocumentCache(capacity: 2, maximumBytes: 40)
        for text in ["{ a: nothing }", "{ b: nothing }", "{ a: nothing }", "{ c: nothing }"] {
            _ = try await answer(text, cache)
        }
        #expect(cache.count == 2)
        _ = try await answer("{ nothing }" + String(repeating: " ", count: 40), cache)
        #expect(cache.count == 2)
    }
}

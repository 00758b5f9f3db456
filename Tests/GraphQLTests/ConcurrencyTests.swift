import GraphQL
import JSON
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
    /// A place where two meet: each waits for the other.
    private final class Meeting: Sendable {
        private let first = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingOldest(1))
        private let second = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingOldest(1))
        private let state = Mutex((running: 0, most: 0))

        func arrive(isFirst: Bool) async -> Bool {
            let (mine, other) = isFirst ? (first, second) : (second, first)
            mine.continuation.yield()
            for await _ in other.stream { return true }
            return false
        }

        var most: Int { state.withLock { $0.most } }

        func enter() { state.withLock { $0 = ($0.running + 1, max($0.most, $0.running + 1)) } }

        func leave() { state.withLock { $0.running -= 1 } }
    }

    private struct Item: GraphQLObject {
        let number: Int

        static let graphQL = ObjectDefinition<Item, Meeting>("Item") {
            Field("number") { item, meeting in
                meeting.enter()
                // Others get their turn meanwhile.
                await Task.yield()
                meeting.leave()
                return item.number
            }
        }
    }

    private struct Root: GraphQLObject {
        static let graphQL = ObjectDefinition<Root, Meeting>("Query") {
            Field("first") { _, meeting in await meeting.arrive(isFirst: true) }
            BatchField("second") { roots, meeting in
                let met = await meeting.arrive(isFirst: false)
                return roots.map { _ in met }
            }
            Field("items") { _, _ in (0..<100).map(Item.init) }
        }
    }

    @Test("Fields of one level are resolved at the same time: two that wait for each other both end")
    func fields() async throws {
        let answer = await (try Schema(query: Root())).answer(GraphQLRequest("{ first second }"), context: Meeting())
        #expect(answer.json == ["data": ["first": true, "second": true]])
    }

    @Test("A field without a batch is resolved for sixteen objects at once at most, and comes out in order")
    func width() async throws {
        let meeting = Meeting()
        let answer = await (try Schema(query: Root())).answer(GraphQLRequest("{ items { number } }"), context: meeting)
        let numbers = answer.data?["items"]?.arrayValue?.compactMap { $0["number"]?.intValue }
        #expect(numbers == Array(0..<100))
        #expect((1...16).contains(meeting.most))
    }
}

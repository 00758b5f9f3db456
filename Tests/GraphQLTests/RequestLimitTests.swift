import GraphQL
import JSON
import Testing

@Suite struct RequestLimitTests {
    private static let sdl = """
        type Query { users(first: Int = 10): [User!]! search(first: Int): Page all: [User!] user: User }
        type User { name: String orders(first: Int!, last: Int): Page friends: [User!] }
        type Page { edges: [Edge!]! total: Int }
        type Edge { node: User }
        """

    private func measure(_ text: String, _ variables: JSONValue = [:]) throws -> OperationMeasure {
        let schema = try Schema(sdl: Self.sdl)
        let document = try Document(parsing: text)
        #expect(schema.validate(document).isEmpty)
        return try schema.measure(document, variables: variables.objectValue ?? JSONObject())
    }

    @Test(
        "The cost of an operation is the number of values it may give, by its page sizes",
        arguments: [
            ("{ user { name } }", 2), ("{ users { name } }", 20), ("{ users(first: 3) { name } }", 6),
            ("{ all { name } }", 20), ("{ search(first: 5) { edges { node { name } } total } }", 25),
            ("{ search { edges { node { name } } } }", 40), ("{ users(first: 2) { orders(first: 3) { total } } }", 14),
            ("{ users(first: 0) { friends { name } } }", 0),
            ("{ users(first: 2) { friends { friends { name } } } }", 2 * (1 + 10 * (1 + 10 * 2))),
            ("{ ...F } fragment F on Query { a: user { name } b: users(first: 4) { name } }", 10),
        ])
    func cost(text: String, cost: Int) throws {
        #expect(try measure(text).cost == cost)
    }

    @Test("A page size may come from a variable, or from its default")
    func variablePageSizes() throws {
        let text = "query ($n: Int = 7) { users(first: $n) { name } }"
        #expect(try measure(text).cost == 14)
        #expect(try measure(text, ["n": 100]).cost == 200)
    }

    @Test("Depth, aliases and root fields are counted through fragments")
    func counts() throws {
        let measure = try measure(
            """
            { a: user { ...U } b: user { ...U } ...R }
            fragment U on User { n: name friends { name } }
            fragment R on Query { c: all { name } user { name } }
            """)
        #expect(measure.depth == 3 && measure.aliases == 5 && measure.rootFields == 4)
    }

    @Test("Fragments that double each other cost what they would give, and no time")
    func doubling() throws {
        let text =
            "{ user { ...F0 } }"
            + (0..<70).map { "fragment F\($0) on User { a: friends { ...F\($0 + 1) } b: friends { ...F\($0 + 1) } } " }
            .joined() + "fragment F70 on User { name }"
        let measure = try measure(text)
        #expect(measure.cost == .max && measure.depth == 72)
        #expect(measure.errors(beyond: OperationLimits()).count == 3)
    }

    @Test("An operation beyond a limit is refused before it is executed")
    func refusal() async throws {
        let shop = Bookshop()
        let schema = try Bookshop.schema()
        let limits = RequestLimits(operation: OperationLimits(maximumDepth: 2))
        let deep = await schema.answer(
            GraphQLRequest("{ authors { books { name } } }"), context: shop, limits: limits)
        #expect(deep.data == nil && deep.errors.count == 1 && shop.calls.isEmpty)
        let flat = await schema.answer(GraphQLRequest("{ authors { name } }"), context: shop, limits: limits)
        #expect(flat.errors.isEmpty && shop.calls == ["authors"])
    }

    @Test("An execution that takes too long is cancelled and answered")
    func time() async throws {
        struct Slow: GraphQLObject {
            static let graphQL = ObjectDefinition<Slow, Bookshop>("Query") {
                Field("endless") { _, shop in
                    // Ends by being cancelled, and by nothing else.
                    let never = AsyncStream<Int> { _ in }
                    for await _ in never {}
                    shop.note(Task.isCancelled ? "cancelled" : "ended")
                    return 1
                }
            }
        }
        let shop = Bookshop()
        let answer = await (try Schema(query: Slow())).answer(
            GraphQLRequest("{ endless }"), context: shop, limits: RequestLimits(time: .milliseconds(20)))
        #expect(answer.data == nil && answer.errors.count == 1 && shop.calls == ["cancelled"])
    }
}

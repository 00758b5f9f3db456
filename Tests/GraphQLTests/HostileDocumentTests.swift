import JSON
import Testing

@testable import GraphQL

/// Documents that are made to be expensive: each is refused, or found sound, within the limits of work.
@Suite struct HostileDocumentTests {
    private static let schema = "type Query { a(x: Int): Query b: Query c: String }"

    private func errors(_ text: String, limits: ParserLimits = .trusted) throws -> [GraphQLError] {
        try Schema(sdl: Self.schema).validate(Document(parsing: text, limits: limits))
    }

    @Test("A hundred thousand open braces are refused at the 201st")
    func braces() throws {
        let error = #expect(throws: GraphQLError.self) {
            try errors(String(repeating: "{ a ", count: 100_000))
        }
        #expect(error?.locations == [SourceLocation(line: 1, column: 801)])
    }

    @Test("A million aliases are refused by the number of tokens")
    func aliases() throws {
        let text = "{" + (0..<1_000_000).map { "a\($0):c " }.joined() + "}"
        let error = #expect(throws: GraphQLError.self) { try errors(text, limits: ParserLimits()) }
        #expect(error?.message.contains("15000 tokens") == true)
    }

    @Test("A cycle of a thousand fragments ends the validation")
    func cycle() throws {
        let text =
            "{ ...F0 }"
            + (0..<1_000).map { "fragment F\($0) on Query { c ...F\(($0 + 1) % 1_000) } " }.joined()
        #expect(try errors(text).last?.message == "Validation aborted.")
    }

    @Test("A cycle of a hundred fragments is named once")
    func shortCycle() throws {
        let text =
            "{ ...F0 }"
            + (0..<100).map { "fragment F\($0) on Query { c ...F\(($0 + 1) % 100) } " }.joined()
        let errors = try errors(text)
        #expect(errors.count == 1 && errors[0].locations.count == 100)
    }

    @Test("Fragments that spread each other many times over cost no more than their number")
    func doubling() throws {
        let text =
            "{ ...F0 }"
            + (0..<60).map {
                "fragment F\($0) on Query { a { ...F\($0 + 1) } b { ...F\($0 + 1) ...F\($0 + 1) } } "
            }.joined()
            + "fragment F60 on Query { c }"
        #expect(try errors(text).isEmpty)
    }

    @Test("A thousand fields of one key that differ end the validation")
    func conflicts() throws {
        let text = "{" + (0..<1_000).map { "a(x: \($0)) { c } " }.joined() + "}"
        #expect(try errors(text).last?.message.contains("Validation aborted") == true)
    }

    @Test("Introspection that follows its own lists is refused")
    func introspection() throws {
        let text = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"
        #expect(try errors(text).map(\.message) == ["Maximum introspection depth exceeded"])
        let twice = "{ a: __schema { ...S } b: __schema { ...S } } fragment S on __Schema { types { ...T } } "
        let types = "fragment T on __Type { fields { type { fields { type { fields { name } } } } } }"
        #expect(try errors(twice + types).count == 2)
    }

    @Test("Two hundred levels of fields and of values are validated, measured and executed")
    func deepest() async throws {
        let schema = try Schema(sdl: "type Query { a(i: I): Query c: String } input I { i: I }")
        let value = String(repeating: "{i: ", count: 199) + "null" + String(repeating: "}", count: 199)
        let text =
            String(repeating: "{ a ", count: 199) + "{ c } a(i: \(value)) { c }" + String(repeating: "}", count: 199)
        let tooDeep = #expect(throws: GraphQLError.self) { try Document(parsing: text) }
        #expect(tooDeep?.message.contains("nested too deeply") == true)
        let fields = try Document(
            parsing: String(repeating: "{ a ", count: 199) + "{ c }" + String(repeating: "}", count: 199))
        let values = try Document(parsing: "{ a(i: \(value)) { c } }")
        for (document, cost) in [(fields, 200), (values, 2)] {
            #expect(schema.validate(document).isEmpty)
            #expect(try schema.measure(document).cost == cost)
            let response = await schema.execute(document, root: Self.nested(200))
            #expect(response.errors.isEmpty && response.data != .null)
        }
    }

    private static func nested(_ depth: Int) -> JSONValue {
        (0..<depth).reduce(["c": "end"]) { inner, _ in ["a": inner, "c": "middle"] }
    }
}

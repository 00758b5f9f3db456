import Testing

@testable import GraphQL

@Suite struct SchemaValidationTests {
    @Test(
        "Types that do not fit together make no schema, and every fault is named",
        arguments: [
            ("type A { a: Int }", 1), ("type Query", 1), ("type Query { a: Unknown b: Other }", 2),
            ("type Query { a: Query } schema { query: Query mutation: Query }", 1),
            ("type Query { __a: Int }", 1), ("type Query { a: I } input I { a: Query }", 2),
            ("type Query { a: U } union U", 1), ("type Query { a: U } union U = Query | Query", 1),
            ("type Query { a: E } enum E", 1),
            ("type Query { a(i: I): Int } input I { a: J! } input J { a: I! }", 1),
            ("type Query { a(i: I): Int } input I @oneOf { a: Int! b: Int = 1 }", 2),
            ("type Query implements N { a: Int } interface N { a: Int! b: Int }", 2),
            ("type Query implements N { a: Int } interface N { a(x: Int): Int }", 1),
            ("type Query implements N { a(x: Int!): Int } interface N { a: Int }", 1),
            (
                "type Query implements M { a: Int } interface M implements N { a: Int } interface N { a: Int }",
                1
            ),
            ("type Query { a(x: Int! @deprecated): Int }", 1),
            ("type Query { a(x: Int = \"1\"): Int }", 1),
            ("type Query { a(i: I): Int } input I { x: I = {} }", 1), ("type Query { a: Int a: Int }", 1),
            ("type Query { a: Int } directive @d(x: Query) on FIELD", 1),
            ("type Query { a: Int @unknown }", 1),
            ("extend type Query { a: Int }", 1), ("type Query {", 1),
        ])
    func faults(sdl: String, count: Int) {
        let error = #expect(throws: SchemaError.self) { try Schema(sdl: sdl) }
        #expect(error?.errors.count == count, "\(error?.description ?? "")")
    }

    @Test("A fault in what the language defines has no place in the text")
    func builtInFaults() {
        let error = #expect(throws: SchemaError.self) {
            try Schema(sdl: "type Query { a: Int } input String { x: Int }")
        }
        #expect(error?.errors.isEmpty == false && error?.errors.allSatisfy { $0.locations.isEmpty } == true)
    }

    @Test("A schema prints what it was made of")
    func printing() throws {
        let sdl = """
            type Query implements Node {
              id: ID!
              find(filter: Filter = { words: ["a", "b"], kind: BOOK }): [Node!]!
            }

            interface Node {
              id: ID!
            }

            enum Kind {
              BOOK
              FILM @deprecated(reason: "gone")
            }

            input Filter {
              words: [String!]
              kind: Kind
            }

            """
        #expect(try Schema(sdl: sdl).sdl == sdl)
    }
}

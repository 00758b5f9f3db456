import Testing

@testable import GraphQL

@Suite struct ParserTests {
    @Test(
        "A fault is named with line and column",
        arguments: [
            ("{", 1, 2), ("{ ...on }", 1, 9), ("query", 1, 6), ("{ f(a: 01) }", 1, 9),
            ("{ f(a: 1x) }", 1, 9),
            ("{ f(a: \"x\n\") }", 1, 10), ("{ f(a: \"\\q\") }", 1, 9),
            ("{ f(a: \"\\u{110000}\") }", 1, 9),
            ("{\r\n  ї\n}", 2, 3), ("{\n\r\n\r  ?\n}", 4, 3), ("fragment on on on { on }", 1, 10),
            ("{ f(a: '') }", 1, 8),
            ("query ($a: Int = $b) { f }", 1, 18), ("", 1, 1), ("type T { f: [Int }", 1, 18),
            ("\"\"\"text\"\"\" { a }", 1, 1), ("\"text\" extend type A { b: C }", 1, 1),
            ("{ a { } }", 1, 7),
            ("enum E { true }", 1, 10), ("directive @a on B", 1, 17), ("extend scalar A", 1, 16),
            ("{ f(a: \"\\uD83D\") }", 1, 9), ("{ f(a: \"\"\"x) }", 1, 15),
        ])
    func faults(text: String, line: Int, column: Int) {
        let error = #expect(throws: GraphQLError.self) { try Document(parsing: text) }
        #expect(error?.locations == [SourceLocation(line: line, column: column)])
    }

    @Test("What is printed is read as the same document again")
    func printing() throws {
        let text = """
            query Q($id: ID! = "a\\n😀", $list: [[Int!]]! = [[1, -2], []]) @onQuery {
              alias: field(a: { b: [$id, null, TRUE], c: 1.5e3 }) @skip(if: true) {
                ...F
                ... on User @include(if: $x) {
                  name
                }
                ... {
                  id
                }
              }
            }

            fragment F on User {
              friends(first: 10)
            }

            \"\"\"A type.\"\"\"
            type User implements A & B @key(fields: "id") {
              id: ID!

              \"\"\"
              Two lines
                of text
              \"\"\"
              friends(
                \"\"\"How many.\"\"\"
                first: Int = 10
                after: String
              ): [User!]!
            }

            extend union U = A | B

            input I @oneOf {
              a: Int
              b: String
            }

            enum E {
              A @deprecated(reason: "old")
              B
            }

            directive @key(fields: String!) repeatable on OBJECT | INTERFACE

            schema {
              query: Query
            }

            extend schema @link
            """
        let document = try Document(parsing: text)
        #expect(Printer.text(of: document) == text)
    }

    @Test(
        "A block string loses common indentation and empty first and last lines",
        arguments: [
            ("\"\"\"\n    a\n      b\n\n    c\n  \"\"\"", "a\n  b\n\nc"), ("\"\"\"  a \"\"\"", "  a "),
            ("\"\"\"\\\"\"\"\"\"\"", "\"\"\""), ("\"\"\"\r\n\r\n  \"\"\"", ""),
            ("\"\"\"a\r\tb\r\n c\"\"\"", "a\nb\nc"),
        ])
    func blockStrings(literal: String, value: String) throws {
        let document = try Document(parsing: "{ f(a: \(literal)) }")
        guard case .field(let field) = document.operations[0].selectionSet.selections[0] else {
            Issue.record("No field.")
            return
        }
        guard case .string(let text, isBlock: true) = field.arguments[0].value.kind else {
            Issue.record("No block string.")
            return
        }
        #expect(text == value)
        let printed = BlockString.literal(text, indentation: "")
        guard BlockString.canHold(text) else { return }
        #expect(BlockString.value(of: ArraySlice(printed.utf8.dropFirst(3).dropLast(3))) == value)
    }

    @Test("Nesting beyond the limit is refused where it goes too deep, however deep it goes")
    func depth() {
        for (open, column) in [("{a", 401), ("{...", 801)] {
            let error = #expect(throws: GraphQLError.self) {
                try Document(parsing: String(repeating: open, count: 100_000), limits: .trusted)
            }
            #expect(error?.locations == [SourceLocation(line: 1, column: column)])
        }
        for prefix in ["{f(a:", "query($a:"] {
            #expect(throws: GraphQLError.self) {
                try Document(parsing: prefix + String(repeating: "[", count: 100_000), limits: .trusted)
            }
        }
    }

    @Test("A document has so many tokens and not one more")
    func tokens() throws {
        #expect(try Document(parsing: "{ a, b(c: 1) }").tokenCount == 9)
        #expect(
            try Document(parsing: "{ a b }", limits: ParserLimits(maximumTokens: 4)).tokenCount == 4)
        let error = #expect(throws: GraphQLError.self) {
            try Document(parsing: "{ a b c }", limits: ParserLimits(maximumTokens: 4))
        }
        #expect(error?.locations == [SourceLocation(line: 1, column: 9)])
    }

    @Test("A query that follows a definition without braces keeps its word, so that its braces stay its own")
    func queriesBehindDefinitions() throws {
        #expect(Printer.text(of: try Document(parsing: "query { a }")) == "{\n  a\n}")
        for definition in ["enum E", "type T @d", "extend schema @d", "input I"] {
            let text = "\(definition)\n\nquery {\n  a\n}"
            #expect(Printer.text(of: try Document(parsing: text, limits: .trusted)) == text)
        }
    }

    @Test("Fragment arguments are read only where they are asked for")
    func fragmentArguments() throws {
        let text = "fragment A($x: Int) on T {\n  ...B(y: $x)\n}"
        #expect(throws: GraphQLError.self) { try Document(parsing: text) }
        let document = try Document(parsing: text, limits: .trusted, experiments: .fragmentArguments)
        #expect(Printer.text(of: document) == text)
    }
}

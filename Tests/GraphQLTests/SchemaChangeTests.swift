import GraphQL
import Testing

@Suite struct SchemaChangeTests {
    private static let old = """
        type Query implements N { a(x: Int, y: Int! = 1): [String!] n: Int! u: U e(i: I): E }
        interface N { u: U }
        type A { x: Int }
        type B { x: Int }
        union U = A | B
        enum E { P Q }
        input I { a: Int! b: Int c: [Int] }
        directive @d(a: Int) repeatable on FIELD | QUERY
        """

    @Test(
        "What a client may notice is named, with what it may do",
        arguments: [
            ("type B { x: Int }", "", "breaking: B was removed."),
            ("union U = A | B", "union U = A", "breaking: B was removed from union U."),
            ("enum E { P Q }", "enum E { P }", "breaking: Q was removed from enum E."),
            ("enum E { P Q }", "enum E { P Q R }", "dangerous: R was added to enum E."),
            ("enum E { P Q }", "scalar E", "breaking: E was changed from enum to scalar."),
            ("n: Int! u", "u", "breaking: Query.n was removed."),
            ("n: Int! u", "n: Int u", "breaking: Query.n changed its type from Int! to Int."),
            ("[String!] n", "[String] n", "breaking: Query.a changed its type from [String!] to [String]."),
            ("x: Int, ", "", "breaking: Query.a(x:) was removed."),
            ("x: Int, ", "x: Int!, ", "breaking: Query.a(x:) changed its type from Int to Int!."),
            ("x: Int, ", "x: Int, z: Int!, ", "breaking: Query.a(z:), which must be given, was added."),
            ("x: Int, ", "x: Int, z: Int, ", "dangerous: Query.a(z:), which may be given, was added."),
            ("y: Int! = 1", "y: Int! = 2", "dangerous: Query.a(y:) changed its default value."),
            ("y: Int! = 1", "y: Int!", "breaking: Query.a(y:) lost its default value and is now required."),
            ("b: Int c", "c", "breaking: I.b was removed."),
            ("b: Int c", "b: Int d: Int! c", "breaking: I.d, which must be given, was added."),
            (" repeatable", "", "breaking: @d is no longer repeatable."),
            (" | QUERY", "", "breaking: @d may no longer stand on QUERY."),
            ("Query implements N", "Query", "breaking: Query no longer implements N."),
        ])
    func noticed(text: String, replacement: String, change: String) throws {
        let old = try Schema(sdl: Self.old)
        // A member of a union that is removed as a type is removed from the union as well.
        var sdl = Self.old.replacing(text, with: replacement)
        if replacement.isEmpty, text.hasPrefix("type B") { sdl = sdl.replacing("A | B", with: "A") }
        #expect(try Schema(sdl: sdl).changes(since: old).map(\.description).first == change)
    }

    @Test(
        "What no client can notice is not named",
        arguments: [
            ("type A { x: Int }", "type A { x: Int! y: Int }"), ("[String!] n", "[String!]! n"),
            ("a: Int! b", "a: Int b"), ("type B", "\"described\" type B"), ("on FIELD", "on SCHEMA | FIELD"),
            ("type A", "type C { a: Int } type A"),
        ])
    func harmless(text: String, replacement: String) throws {
        let new = try Schema(sdl: Self.old.replacing(text, with: replacement))
        #expect(try new.changes(since: Schema(sdl: Self.old)).isEmpty)
    }
}

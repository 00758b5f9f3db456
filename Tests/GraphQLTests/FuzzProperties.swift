import GraphQL
import JSON

/// What must hold for every input: the fuzzer looks for one for which it does not, the tests replay what was found.
enum FuzzProperties {
    /// Checks the property that the first byte chooses on the text that follows.
    static func check(_ bytes: [UInt8]) {
        guard let choice = bytes.first else { return }
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        switch choice % 3 {
        case 0: printing(text)
        case 1: validation(text)
        default: schema(text)
        }
    }

    /// What can be parsed can be printed, and the print is read as the same document.
    private static func printing(_ text: String) {
        guard let document = try? Document(parsing: text) else { return }
        let printed = Printer.text(of: document)
        guard let again = try? Document(parsing: printed, limits: .trusted) else {
            preconditionFailure("The print cannot be parsed: \(printed)")
        }
        precondition(Printer.text(of: again) == printed, "The print is read as another document: \(printed)")
    }

    /// Every document is found sound or not, within the limits; what is sound can be measured.
    private static func validation(_ text: String) {
        guard let schema, let document = try? Document(parsing: text) else { return }
        let faults = schema.validate(document)
        precondition(faults.count <= 101, "There are \(faults.count) errors.")
        if faults.isEmpty { _ = try? schema.measure(document) }
    }

    /// What makes a schema prints as one.
    private static func schema(_ text: String) {
        guard let schema = try? Schema(sdl: text) else { return }
        precondition((try? Schema(sdl: schema.sdl)) != nil, "The print makes no schema: \(schema.sdl)")
    }

    private static let schema = try? Schema(
        sdl: """
            type Query { a(x: Int, i: I, o: O, l: [[Int!]]): Query b: [N!]! c: String }
            extend type Query { u: U e(e: E = A): E f(s: S): Float! }
            type Subscription { a: Query b: Int }
            interface N { c: String n(first: Int): N }
            type A implements N { c: String n(first: Int): N x: Int! }
            type B implements N { c: String n(first: Int): A x: [Int] }
            union U = A | B
            enum E { A B }
            scalar S
            input I { a: Int = 1 i: I l: [I!] r: Boolean! }
            input O @oneOf { x: Int y: [E!] }
            directive @d(x: Int!) repeatable on FIELD | QUERY | VARIABLE_DEFINITION
            """)
}

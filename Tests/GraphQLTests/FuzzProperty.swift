import JSON

@testable import GraphQL

/// What must hold for every input: the fuzzer looks for one for which it does not, the tests replay what was found.
enum FuzzProperty: String, CaseIterable {
    case parser, validator, schema, lexer

    /// Checks the property that the first byte chooses, or `self` whatever it chooses, on the text that follows.
    static func check(_ bytes: [UInt8], _ wanted: FuzzProperty?) {
        guard let choice = bytes.first else { return }
        let property = wanted ?? allCases[Int(choice) % allCases.count]
        property.check(String(decoding: bytes.dropFirst(), as: UTF8.self))
    }

    private func check(_ text: String) {
        switch self {
        case .lexer: Self.tokens(text)
        case .parser: Self.printing(text)
        case .validator: Self.validation(text)
        case .schema: Self.schema(text)
        }
    }

    /// Tokens follow one another up to the end or to a fault within the text; each alone is the same token.
    private static func tokens(_ text: String) {
        let source = Source(text)
        var lexer = Lexer(source)
        var end = 0
        do throws(SyntaxError) {
            while true {
                let token = try lexer.next()
                precondition(end <= token.start && token.end <= source.bytes.count, "A token is out of place: \(token)")
                if token.kind == .endOfFile { return precondition(token.start == source.bytes.count) }
                precondition(token.end > token.start, "A token covers nothing: \(token)")
                end = token.end
                var alone = Lexer(Source(source.text(token.start..<token.end)))
                let again = try alone.next()
                precondition(again.kind == token.kind && again.end == token.end - token.start, "Alone: \(again)")
                if token.kind == .string || token.kind == .blockString { _ = try Lexer.value(of: token, in: source) }
            }
        } catch {
            precondition(error.offset >= end && error.offset <= source.bytes.count, "A fault is outside: \(error)")
            precondition(source.location(at: error.offset).line > 0)
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
        guard let schema = example, let document = try? Document(parsing: text) else { return }
        let faults = schema.validate(document)
        precondition(faults.count <= 101, "There are \(faults.count) errors.")
        if faults.isEmpty { _ = try? schema.measure(document) }
    }

    /// What makes a schema prints as one.
    private static func schema(_ text: String) {
        guard let schema = try? Schema(sdl: text) else { return }
        precondition((try? Schema(sdl: schema.sdl)) != nil, "The print makes no schema: \(schema.sdl)")
    }

    private static let example = try? Schema(
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

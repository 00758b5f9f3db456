/// A recursive descent parser of GraphQL documents (September 2025, appendix B).
///
/// It recurses only into selection sets, values and types, and counts how deep; so no document can exhaust the stack.
/// Every token is read once, and the document is refused as soon as it has more than the limit allows.
struct Parser {
    let source: Source
    let limits: ParserLimits
    let experiments: ParserExperiments
    private var lexer: Lexer
    private(set) var token: Token
    private(set) var tokenCount = 0
    private var depth = 0

    init(_ source: Source, limits: ParserLimits, experiments: ParserExperiments) throws(SyntaxError) {
        self.source = source
        self.limits = limits
        self.experiments = experiments
        lexer = Lexer(source)
        token = Token(kind: .endOfFile, start: 0, end: 0)
        try advance()
    }

    /// The whole document: one definition at least.
    mutating func document() throws(SyntaxError) -> [Definition] {
        if token.kind == .endOfFile, experiments.contains(.emptyDocuments) { return [] }
        var definitions: [Definition] = []
        repeat {
            definitions.append(try definition())
        } while token.kind != .endOfFile
        return definitions
    }

    private mutating func definition() throws(SyntaxError) -> Definition {
        let start = token.start
        if token.kind == .leftBrace {
            return .operation(
                Operation(
                    description: nil, kind: .query, name: nil, variables: [], directives: [],
                    selectionSet: try selectionSet(), start: start))
        }
        let description = try description()
        let opening = Opening(description: description, start: start)
        if description != nil, token.kind == .leftBrace {
            throw SyntaxError(
                message: "Unexpected description, descriptions are not supported on shorthand queries.", offset: start)
        }
        guard token.kind == .name else { throw unexpected() }
        switch word {
        case "query", "mutation", "subscription": return .operation(try operation(opening))
        case "fragment": return .fragment(try fragment(opening))
        case "extend" where description == nil: return try typeSystemExtension(opening)
        case "extend":
            throw SyntaxError(message: "Unexpected description, only definitions support descriptions.", offset: start)
        default: return try typeSystemDefinition(opening)
        }
    }

    /// What stands in front of a definition's keyword.
    struct Opening {
        let description: String?
        let start: Int
    }

    mutating func description() throws(SyntaxError) -> String? {
        guard token.kind == .string || token.kind == .blockString else { return nil }
        let text = try Lexer.value(of: token, in: source)
        try advance()
        return text
    }

    // MARK: Tokens

    /// The text of the token.
    var word: String { source.text(token.start..<token.end) }

    mutating func advance() throws(SyntaxError) {
        token = try lexer.next()
        guard token.kind != .endOfFile else { return }
        tokenCount += 1
        if tokenCount > limits.maximumTokens {
            throw SyntaxError(
                message: "Document contains more than \(limits.maximumTokens) tokens. Parsing aborted.",
                offset: token.start)
        }
    }

    mutating func expect(_ kind: Token.Kind) throws(SyntaxError) {
        guard token.kind == kind else {
            throw SyntaxError(message: "Expected \(kind.description), found \(tokenDescription).", offset: token.start)
        }
        try advance()
    }

    mutating func take(_ kind: Token.Kind) throws(SyntaxError) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    func isAt(keyword: StaticString) -> Bool {
        guard token.kind == .name, token.end - token.start == keyword.utf8CodeUnitCount else {
            return false
        }
        return (0..<keyword.utf8CodeUnitCount).allSatisfy {
            source.bytes[token.start + $0] == keyword.utf8Start[$0]
        }
    }

    mutating func expect(keyword: StaticString) throws(SyntaxError) {
        guard isAt(keyword: keyword) else {
            throw SyntaxError(message: "Expected \"\(keyword)\", found \(tokenDescription).", offset: token.start)
        }
        try advance()
    }

    mutating func take(keyword: StaticString) throws(SyntaxError) -> Bool {
        guard isAt(keyword: keyword) else { return false }
        try advance()
        return true
    }

    mutating func name() throws(SyntaxError) -> Name {
        let start = token.start
        guard token.kind == .name else {
            throw SyntaxError(message: "Expected Name, found \(tokenDescription).", offset: start)
        }
        let text = word
        try advance()
        return Name(text: text, start: start)
    }

    func unexpected() -> SyntaxError {
        SyntaxError(message: "Unexpected \(tokenDescription).", offset: token.start)
    }

    private var tokenDescription: String {
        switch token.kind {
        case .name, .int, .float: "\(token.kind.description) \"\(word)\""
        default: token.kind.description
        }
    }

    // MARK: Repetition

    /// One or more elements between two tokens.
    mutating func many<Element>(
        _ open: Token.Kind, _ close: Token.Kind, _ element: (inout Parser) throws(SyntaxError) -> Element
    ) throws(SyntaxError) -> [Element] {
        try expect(open)
        var elements: [Element] = []
        repeat {
            elements.append(try element(&self))
        } while try !take(close)
        return elements
    }

    /// As `many`, or nothing at all.
    mutating func optionalMany<Element>(
        _ open: Token.Kind, _ close: Token.Kind,
        _ element: (inout Parser) throws(SyntaxError) -> Element
    ) throws(SyntaxError) -> [Element] {
        token.kind == open ? try many(open, close, element) : []
    }

    /// Two braces with nothing between them, or nothing is read.
    mutating func takeEmptyBraces() throws(SyntaxError) -> Bool {
        guard token.kind == .leftBrace else { return false }
        var ahead = lexer
        guard try ahead.next().kind == .rightBrace else { return false }
        try advance()
        try advance()
        return true
    }

    /// Counts a level of nesting while `body` runs.
    mutating func nested<Result>(
        _ body: (inout Parser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        depth += 1
        guard depth <= limits.maximumDepth else {
            throw SyntaxError(message: "Document is nested too deeply. Parsing aborted.", offset: token.start)
        }
        let result = try body(&self)
        depth -= 1
        return result
    }
}

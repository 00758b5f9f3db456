/// A parsed document: operations and fragments, or the definitions of a type system.
public struct Document: Sendable {
    package let definitions: [Definition]
    let source: Source
    /// How many tokens the text has: a measure of its size that white space does not change.
    public let tokenCount: Int

    /// Parses a text.
    /// - Throws: ``GraphQLError`` with line and column of the first fault, or of the place where a limit was exceeded.
    public init(parsing text: String, limits: ParserLimits = ParserLimits()) throws(GraphQLError) {
        try self.init(parsing: text, limits: limits, experiments: [])
    }

    /// Parses a text that may hold more than the edition allows.
    package init(
        parsing text: String, limits: ParserLimits, experiments: ParserExperiments
    ) throws(GraphQLError) {
        let source = Source(text)
        do throws(SyntaxError) {
            var parser = try Parser(source, limits: limits, experiments: experiments)
            definitions = try parser.document()
            tokenCount = parser.tokenCount
            self.source = source
        } catch {
            throw GraphQLError(
                "Syntax Error: " + error.message, locations: [source.location(at: error.offset)])
        }
    }

    /// The operations in their order.
    package var operations: [Operation] {
        definitions.compactMap { if case .operation(let operation) = $0 { operation } else { nil } }
    }

    /// The fragments in their order.
    package var fragments: [Fragment] {
        definitions.compactMap { if case .fragment(let fragment) = $0 { fragment } else { nil } }
    }

    /// The places of some bytes.
    func locations(_ offsets: [Int]) -> [SourceLocation] { offsets.map { source.location(at: $0) } }
}

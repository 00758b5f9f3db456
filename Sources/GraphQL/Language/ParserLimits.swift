/// How much of a document is read before the parser gives up.
public struct ParserLimits: Sendable, Hashable {
    /// The number of tokens.
    public var maximumTokens: Int
    /// How deep selection sets, lists and objects of values, and list types may be nested within one definition.
    public var maximumDepth: Int

    /// Creates limits; the defaults are ample for what people write, and small for a machine.
    public init(maximumTokens: Int = 15_000, maximumDepth: Int = 200) {
        precondition(maximumTokens > 0, "A document has at least one token.")
        // The parser recurses: the bound keeps it within the smallest stack of a thread.
        precondition((1...200).contains(maximumDepth), "The depth limit of a document lies between 1 and 200.")
        self.maximumTokens = maximumTokens
        self.maximumDepth = maximumDepth
    }

    /// For documents of our own, such as a schema: no limit on their length.
    package static let trusted = ParserLimits(maximumTokens: .max)
}

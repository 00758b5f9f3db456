/// Syntax beyond the September 2025 edition that other implementations try out; off unless asked for.
package struct ParserExperiments: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Variables of fragments, and arguments of fragment spreads.
    package static let fragmentArguments = ParserExperiments(rawValue: 1)
    /// Braces with nothing between them where a selection set stands.
    package static let emptySelectionSets = ParserExperiments(rawValue: 2)
    /// A document without definitions.
    package static let emptyDocuments = ParserExperiments(rawValue: 4)
}

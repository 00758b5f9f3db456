/// What was understood of a filter's text, and what was not.
package struct ParsedFilter<Field: FilterField>: Hashable, Sendable {
    package let terms: FilterTerms<Field>
    package let mistakes: [FilterMistake]

    /// Reads a filter; nothing that is typed is an error, see ``mistakes``.
    package init(_ text: String, calendar: FilterCalendar) {
        var parser = FilterParser<Field>(calendar: calendar)
        parser.read(text)
        (terms, mistakes) = (FilterTerms(parser.terms), parser.mistakes)
    }
}

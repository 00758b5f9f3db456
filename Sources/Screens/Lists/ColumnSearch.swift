/// What of a filter is looked for in a column, so that what was found can be shown in there.
struct ColumnSearch: Hashable, Sendable {
    /// How a word is looked for.
    enum Kind: Hashable, Sendable {
        /// Anywhere, folded.
        case text
        /// By its digits, whatever parts them.
        case phone
        /// As a whole number.
        case number
    }

    let kind: Kind
    /// Whether words without a field are looked for in here.
    let takesWords: Bool
    /// The field of the filter that is about this column.
    let field: String?

    /// A column that words are looked for in, and what is asked of a field.
    static func words(_ kind: Kind = .text, field: String? = nil) -> ColumnSearch {
        ColumnSearch(kind: kind, takesWords: true, field: field)
    }

    /// A column that only a field of its own is about.
    static func field(_ field: String) -> ColumnSearch {
        ColumnSearch(kind: .text, takesWords: false, field: field)
    }
}

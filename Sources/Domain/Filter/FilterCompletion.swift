/// What could stand at the cursor of a filter's text.
package struct FilterCompletion: Hashable, Sendable {
    /// What the completed text replaces, in characters.
    package let range: Range<Int>
    /// Names of fields with their colon, and words; in the order of the field's table.
    package let options: [String]

    /// The completions for the characters before `cursor`.
    package static func at<Field: FilterField>(_ cursor: Int, in text: String, of type: Field.Type) -> Self {
        let before = String(text.prefix(max(cursor, 0)))
        let end = before.count
        guard let token = FilterToken.all(in: before).last, token.range.upperBound == end, token.isBare else {
            return FilterCompletion(range: end..<end, options: options(beginning: "", of: type))
        }
        if let (name, value) = token.parts, let field = Field.named(name) {
            let piece = FilterToken.pieces(of: value).last ?? ""
            let words = field.kind == .date ? FilterCalendar.words : field.kind.choices.map(\.word)
            return FilterCompletion(range: end - piece.count..<end, options: words.filter { begins($0, piece) })
        }
        let piece = token.text
        return FilterCompletion(range: end - piece.count..<end, options: options(beginning: piece, of: type))
    }

    private static func options<Field: FilterField>(beginning piece: String, of type: Field.Type) -> [String] {
        let names = Field.allCases.filter { field in
            begins(field.rawValue, piece) || (!piece.isEmpty && field.aliases.contains { begins($0, piece) })
        }
        let words = Field.allCases.flatMap { $0.kind.choices.compactMap(\.alone) }
        return names.map { "\($0.rawValue):" } + (piece.isEmpty ? [] : words.filter { begins($0, piece) })
    }

    private static func begins(_ word: String, _ beginning: String) -> Bool {
        word.lowercased().hasPrefix(beginning.lowercased())
    }
}

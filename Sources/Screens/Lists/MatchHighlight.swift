import Domain
import TerminalUI

/// What a filter has found in the rows, to be shown there.
struct MatchHighlight: Hashable, Sendable {
    private enum Needle: Hashable {
        /// A folded text, anywhere.
        case text(String)
        case digits(String)
        /// The whole cell, in small letters.
        case whole(String)
        /// The beginning of the cell, in small letters.
        case beginning(String)
    }

    /// What is looked for in each column.
    private let needles: [[Needle]]

    /// - Returns: `nil` where the filter looks for nothing that stands in a column.
    init?<Field, Sort>(_ terms: FilterTerms<Field>, in columns: @autoclosure () -> [ListColumn<Sort>]) {
        if terms.isEmpty { return nil }
        needles = columns().map { column in
            guard let search = column.search else { return [] }
            return terms.terms.filter { !$0.isNegated }.flatMap { Self.needles($0.condition, search) }
        }
        if needles.allSatisfy(\.isEmpty) { return nil }
    }

    /// Shows what was found in a drawn row, whose cells are those of all columns.
    func draw(_ cells: [TableCell], of layout: TableLayout, on canvas: inout Canvas, x: Int, y: Int) {
        for slot in layout.slots where needles.indices.contains(slot.column) && !needles[slot.column].isEmpty {
            let text = cells[slot.column].text(in: canvas.language)
            let width = Canvas.width(of: text)
            let start = layout.columns[slot.column].align == .right ? max(slot.width - width, 0) : 0
            // A text that is cut ends with the sign for that.
            let room = width > slot.width ? slot.width - 1 : slot.width
            let scalars = Array(text.unicodeScalars)
            for range in ranges(text, needles[slot.column]) {
                let left = start + Self.width(scalars[..<range.lowerBound])
                let right = min(start + Self.width(scalars[..<range.upperBound]), room)
                if left >= right { break }
                canvas.restyle(
                    Rect(x: x + slot.x + left, y: y, width: right - left, height: 1), role: .match)
            }
        }
    }

    private func ranges(_ text: String, _ needles: [Needle]) -> [Range<Int>] {
        var texts: [String] = []
        var found: [Range<Int>] = []
        let count = text.unicodeScalars.count
        for needle in needles {
            switch needle {
            case .text(let folded): texts.append(folded)
            case .digits(let digits): found += SearchText.ranges(ofDigits: digits, in: text)
            case .whole(let small): if text.lowercased() == small { found.append(0..<count) }
            case .beginning(let small):
                if text.lowercased().hasPrefix(small) { found.append(0..<min(small.unicodeScalars.count, count)) }
            }
        }
        return texts.isEmpty ? found : found + SearchText.ranges(of: texts, in: text)
    }

    private static func needles<Field>(
        _ condition: FilterTerm<Field>.Condition, _ search: ColumnSearch
    ) -> [Needle] {
        switch condition {
        case .word(let word): return search.takesWords ? [needle(word, search.kind)] : []
        case .field(let field, let test):
            guard field.rawValue == search.field else { return [] }
            switch test {
            case .text(let texts): return texts.map { needle($0, search.kind) }
            case .code(let codes):
                return codes.map { code in
                    let small = code.lowercased()
                    return small.hasSuffix("*") ? .beginning(String(small.dropLast())) : .whole(small)
                }
            case .number, .money, .date, .choice: return []
            }
        }
    }

    private static func needle(_ word: String, _ kind: ColumnSearch.Kind) -> Needle {
        switch kind {
        case .text: .text(SearchText.fold(word))
        case .phone: .digits(SearchText.digits(word))
        case .number: .whole(String(word.drop { $0 == "#" }))
        }
    }

    private static func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        Canvas.width(of: String(String.UnicodeScalarView(scalars)))
    }
}

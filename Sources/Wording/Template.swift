/// A text with places: `{}` for the next argument, `{2}` for the second, `{1:рядок|рядки|рядків}` for a number
/// with its word.
struct Template {
    private let text: String

    init(_ text: String) { self.text = text }

    func filled(with arguments: [Phrase.Argument], in language: Language) -> String {
        var result = ""
        var rest = text[...]
        var next = 0
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let place = rest[rest.index(after: open)..<close]
            let parts = place.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let index = parts.first.flatMap { Int($0) }.map { $0 - 1 } ?? next
            next = index + 1
            if arguments.indices.contains(index) {
                result += Self.said(arguments[index], forms: parts.count > 1 ? String(parts[1]) : nil, language)
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func said(_ argument: Phrase.Argument, forms: String?, _ language: Language) -> String {
        switch argument {
        case .text(let text): text
        case .phrase(let phrase): language.text(phrase)
        case .count(let number, let one, let many):
            forms.map { "\(language.digits(number)) \(language.form($0, for: number))" }
                ?? language.counted(number, one: one, many: many)
        }
    }
}

import Wording

/// Reads the text of a filter term by term.
struct FilterParser<Field: FilterField> {
    let calendar: FilterCalendar
    private(set) var terms: [FilterTerm<Field>] = []
    private(set) var mistakes: [FilterMistake] = []

    /// How many terms a filter may have.
    private static var limit: Int { 32 }

    init(calendar: FilterCalendar) { self.calendar = calendar }

    mutating func read(_ text: String) {
        let tokens = FilterToken.all(in: text)
        for token in tokens.prefix(Self.limit) { read(token) }
        if let first = tokens.dropFirst(Self.limit).first, let last = tokens.last {
            let range = first.range.lowerBound..<last.range.upperBound
            mistakes.append(FilterMistake(range, "too-long", "A filter has at most \(Self.limit) conditions."))
        }
    }

    private mutating func read(_ token: FilterToken) {
        if let open = token.openQuote {
            mistakes.append(FilterMistake(open..<token.range.upperBound, "quote", "The quote is not closed."))
        }
        if let (name, value) = token.parts, Self.isName(name), !Self.isAddress(value) {
            guard let field = Field.named(name) else {
                let range = Self.range(token, upTo: name.count)
                let names = Field.allCases.map(\.rawValue).joined(separator: ", ")
                mistakes.append(
                    FilterMistake(
                        range, field: name, "unknown-field",
                        "There is no field \(name); there are \(names). Quotes make it a text."))
                return
            }
            let from = value.first?.place ?? token.range.lowerBound
            read(field, value, token, range: from..<token.range.upperBound)
        } else if !token.isBare || !readSpecial(token) {
            readWord(token)
        }
    }

    /// A name is made of letters; `12:30` and `http://…` are texts.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    }

    private static func isAddress(_ value: ArraySlice<FilterToken.Letter>) -> Bool {
        value.prefix(2).map(\.character) == ["/", "/"]
    }

    private static func range(_ token: FilterToken, upTo count: Int) -> Range<Int> {
        let start = token.range.lowerBound + (token.isNegated ? 1 : 0)
        return start..<start + count
    }

    private mutating func readWord(_ token: FilterToken) {
        let word = Text.trim(token.text)
        guard !SearchText.fold(word).isEmpty else {
            mistakes.append(FilterMistake(token.range, "empty", "Nothing is asked for here."))
            return
        }
        add(.word(word), token)
    }

    /// Takes a token for a comparison of the main amount, or for choices that need no field.
    private mutating func readSpecial(_ token: FilterToken) -> Bool {
        if let main = Field.main {
            let isComparison = token.text.hasPrefix("<") || token.text.hasPrefix(">")
            if isComparison {
                read(main, token.letters, token, range: token.range)
                return true
            }
            if token.text.contains(".."), let test = test(main, token.letters) {
                add(.field(main, test), token)
                return true
            }
        }
        let choices = FilterToken.pieces(of: token.letters).map { Field.choice(named: $0) }
        let known = choices.compactMap(\.self)
        guard let field = known.first?.field, known.count == choices.count, known.allSatisfy({ $0.field == field })
        else { return false }
        add(.field(field, .choice(known.map(\.word))), token)
        return true
    }

    private mutating func read(
        _ field: Field, _ value: ArraySlice<FilterToken.Letter>, _ token: FilterToken, range: Range<Int>
    ) {
        guard let test = test(field, value) else {
            let name = field.rawValue
            mistakes.append(FilterMistake(range, field: name, field.kind.rule, field.kind.demand(of: name)))
            return
        }
        add(.field(field, test), token)
    }

    private mutating func add(_ condition: FilterTerm<Field>.Condition, _ token: FilterToken) {
        terms.append(FilterTerm(condition, isNegated: token.isNegated))
    }

    // MARK: Values

    private func test(_ field: Field, _ value: ArraySlice<FilterToken.Letter>) -> FilterTest? {
        let pieces = FilterToken.pieces(of: value).map(Text.trim)
        switch field.kind {
        case .text:
            return all(pieces) { SearchText.fold($0).isEmpty ? nil : $0 }.map { .text($0) }
        case .code:
            return all(pieces) { $0.isEmpty || $0.dropLast().contains("*") ? nil : $0 }.map { .code($0) }
        case .number:
            return all(pieces) { FilterRange($0, Self.number) }.map { .number($0) }
        case .money:
            // A comma may part the decimals, so that the whole is tried first.
            if let whole = FilterRange(String(value.map(\.character)), Self.money) { return .money([whole]) }
            return all(pieces) { FilterRange($0, Self.money) }.map { .money($0) }
        case .date:
            return all(pieces) { FilterRange($0, calendar.days) }
                .map { .date($0, offsetSeconds: calendar.offsetSeconds) }
        case .choice(let choices):
            return all(pieces) { piece in choices.first { $0.isNamed(piece) }?.word }.map { .choice($0) }
        }
    }

    /// What `read` makes of every piece; `nil` if one is not understood.
    private func all<Value>(_ pieces: [String], _ read: (String) -> Value?) -> [Value]? {
        let values = pieces.compactMap(read)
        return values.count == pieces.count ? values : nil
    }

    private static func number(_ text: String) -> FilterRange<Int64>? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard (1...15).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int64(text).map { FilterRange($0, $0) }
    }

    private static func money(_ text: String) -> FilterRange<Money>? { Money(text).map { FilterRange($0, $0) } }
}

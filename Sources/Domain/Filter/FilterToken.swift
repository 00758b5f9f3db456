/// A stretch of a filter's text between blanks; quotes keep blanks and signs inside.
struct FilterToken {
    /// A character, whether it stood in quotes, and where in the text.
    struct Letter {
        let character: Character
        let isQuoted: Bool
        let place: Int
    }

    /// Where the token stands in the text, in characters.
    let range: Range<Int>
    let isNegated: Bool
    /// What it says, without its minus and its quotes.
    let letters: ArraySlice<Letter>
    /// Where a quote was opened that nobody closed.
    let openQuote: Int?
    /// Whether there was any quote: an empty text in quotes is a text.
    let hasQuotes: Bool

    /// The letters as text.
    var text: String { String(letters.map(\.character)) }
    /// Whether nothing of it stood in quotes.
    var isBare: Bool { !hasQuotes }

    /// All tokens of a text.
    static func all(in text: String) -> [FilterToken] {
        let characters = Array(text)
        var tokens: [FilterToken] = []
        var place = 0
        while place < characters.count {
            if characters[place].isWhitespace {
                place += 1
                continue
            }
            let token = FilterToken(characters, from: place)
            tokens.append(token)
            place = token.range.upperBound
        }
        return tokens
    }

    private init(_ characters: [Character], from start: Int) {
        isNegated = characters[start] == "-"
        var place = isNegated ? start + 1 : start
        var letters: [Letter] = []
        var quote: Int?
        var hasQuotes = false
        while place < characters.count, quote != nil || !characters[place].isWhitespace {
            let character = characters[place]
            if character != "\"" {
                letters.append(Letter(character: character, isQuoted: quote != nil, place: place))
            } else if quote != nil, place + 1 < characters.count, characters[place + 1] == "\"" {
                // Two quotes within quotes are one that is meant.
                letters.append(Letter(character: character, isQuoted: true, place: place))
                place += 1
            } else {
                quote = quote == nil ? place : nil
                hasQuotes = true
            }
            place += 1
        }
        (range, self.letters, openQuote, self.hasQuotes) = (start..<place, letters[...], quote, hasQuotes)
    }

    /// The name before the first colon and the letters behind it; `nil` if there is no such colon.
    var parts: (name: String, value: ArraySlice<Letter>)? {
        guard let colon = letters.firstIndex(where: { $0.character == ":" && !$0.isQuoted }),
            letters[..<colon].allSatisfy({ !$0.isQuoted })
        else { return nil }
        return (String(letters[..<colon].map(\.character)), letters[(colon + 1)...])
    }

    /// The pieces of a value between commas that stand outside of quotes.
    static func pieces(of value: ArraySlice<Letter>) -> [String] {
        value.split(omittingEmptySubsequences: false) { $0.character == "," && !$0.isQuoted }
            .map { String($0.map(\.character)) }
    }
}

import Foundation

/// The literals of source files that are texts for people, found by reading the sources.
///
/// A text has a blank or begins with a capital; what else has letters is a name. Interpolations become `{}`, as the
/// patterns of phrases have them.
enum SourceTexts {
    /// Literals that look like texts and are none: faults of programmers, data, names.
    static let exceptions: Set<String> = [
        "A draft that is saved has a random key.", "Hexadecimal digits make a valid key: {}", "Oblik",
        "oblik import online-retail FILE", "oblik import online-retail - < FILE", "error {}",
        "The command \"{}\" names a key that does not exist: {}", "\"{}\" and \"{}\"", "The key {} is claimed by {}.",
        "^C ^C", "Kč", "There is no percentage {}.",
    ]
    /// Files whose texts never reach the screens.
    static let others = [
        "/Demo/", "/Import/", "/Language/", "KeysDocument", "BookRule", "SearchText", "Sources/Domain/Moment",
    ]

    static func files(in folder: String) throws -> [String] {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path
        let all = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".swift") }.map { "\(root)/\(folder)/\($0)" }
            .filter { path in !others.contains { path.contains($0) } }.sorted()
    }

    static func texts(of file: String) -> [String] {
        guard let source = try? String(contentsOfFile: file, encoding: .utf8) else { return [] }
        var reader = Reader(characters: Array(source))
        return reader.literals().filter { isText($0) && !exceptions.contains($0) }
    }

    private static func isText(_ literal: String) -> Bool {
        let words = literal.replacing("{}", with: "")
        guard words.contains(where: { $0.isASCII && $0.isLetter }), words.count > 1 else { return false }
        let isCode = words.allSatisfy { $0.isUppercase || $0.isNumber || "-_./*:".contains($0) }
        // A filter as it is typed: each word names a field.
        let isFilter = literal.split(separator: " ").allSatisfy { $0.contains(":") && !$0.hasSuffix(":") }
        if isCode || isFilter || words.contains("[role]") { return false }
        return words.contains(" ") ? !isKeys(words) : words.first?.isUppercase == true
    }

    /// Presses parted by blanks, as entries of the registry have them.
    private static func isKeys(_ words: String) -> Bool {
        let names = words.split(separator: " ")
        let known = [
            "enter", "tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "escape", "space",
        ]
        return names.allSatisfy { name in
            name.count == 1 || name.contains("+") || known.contains(String(name))
                || ["delete", "backspace"].contains(name)
                || (name.first == "f" && name.dropFirst().allSatisfy(\.isNumber))
        }
    }

    /// A reader of Swift that knows comments, literals and interpolations, and no more.
    private struct Reader {
        let characters: [Character]
        var index = 0

        mutating func literals(untilParenthesis: Bool = false) -> [String] {
            var found: [String] = []
            var depth = 0
            while index < characters.count {
                let character = characters[index]
                if starts("//") {
                    while index < characters.count, characters[index] != "\n" { index += 1 }
                } else if starts("\"\"\"") {
                    index += 3
                    while index < characters.count, !starts("\"\"\"") { index += 1 }
                    index += 3
                } else if starts("#\"") {
                    index += 2
                    while index < characters.count, !starts("\"#") { index += 1 }
                    index += 2
                } else if character == "\"" {
                    let (literal, inner) = literal()
                    found += [literal] + inner
                } else {
                    if character == "(" { depth += 1 }
                    if character == ")" {
                        depth -= 1
                        if untilParenthesis && depth < 0 { return found }
                    }
                    index += 1
                }
            }
            return found
        }

        private func starts(_ text: String) -> Bool {
            let end = index + text.count
            return end <= characters.count && characters[index..<end].elementsEqual(text)
        }

        private mutating func literal() -> (String, [String]) {
            var text = ""
            var inner: [String] = []
            index += 1
            while index < characters.count, characters[index] != "\"" {
                guard characters[index] == "\\" else {
                    text.append(characters[index])
                    index += 1
                    continue
                }
                index += 1
                switch characters[index] {
                case "(":
                    index += 1
                    // Of a number with its word, the form for one is the key.
                    let isCount = starts("count:")
                    let texts = literals(untilParenthesis: true)
                    inner += isCount ? Array(texts.prefix(1)) : texts
                    text += "{}"
                case "u":
                    index += 2
                    let digits = characters[index...].prefix { $0 != "}" }
                    let scalar = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init)
                    scalar.map { text.unicodeScalars.append($0) }
                    index += digits.count
                case "n": text.append("\n")
                case "t": text.append("\t")
                default: text.append(characters[index])
                }
                index += 1
            }
            index += 1
            return (text, inner)
        }
    }
}

/// A page of ours, written piece by piece.
struct HTML {
    private(set) var text = ""

    /// Appends markup as it stands.
    mutating func raw(_ markup: String) { text += markup }

    /// Appends a text, in which nothing is markup.
    mutating func text(_ text: String) { self.text += Self.escape(text) }

    /// Appends an element with a text in it.
    mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ content: String) {
        open(name, attributes)
        text(content)
        raw("</\(name)>")
    }

    /// Appends the beginning of an element.
    mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        raw("<\(name)")
        for (attribute, value) in attributes { raw(" \(attribute)=\"\(Self.escape(value))\"") }
        raw(">")
    }

    /// The text with the characters escaped that HTML gives a meaning to.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// A whole document around `body`.
    static func page(_ title: String, head: String = "", _ body: (inout HTML) -> Void) -> String {
        var html = HTML()
        html.raw("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
        html.raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
        html.element("title", title)
        html.raw("\n\(head)\n")
        body(&html)
        html.raw("\n</html>\n")
        return html.text
    }

    private mutating func element(_ name: String, _ content: String) { element(name, [], content) }
}

/// Texts as the search sees them: lower case, Latin accents dropped, apostrophes alike.
///
/// Both sides of a search are folded by this one function, the stored column when its row is written.
package enum SearchText {
    /// The words of `parts`, folded, with one blank between them.
    package static func fold(_ parts: String?...) -> String {
        var folded = ""
        for case let part? in parts {
            for scalar in part.unicodeScalars { append(scalar, to: &folded) }
            append(" ", to: &folded)
        }
        if folded.last == " " { folded.removeLast() }
        return folded
    }

    /// The folded words that somebody typed into a search field; at most eight, of at most 64 characters.
    package static func words(_ text: String) -> [String] {
        fold(text).split(separator: " ").prefix(8).map { String($0.prefix(64)) }
    }

    /// The digits of `text`: how telephone numbers are compared.
    package static func digits(_ text: String?) -> String {
        String(String.UnicodeScalarView((text ?? "").unicodeScalars.filter { ("0"..."9").contains($0) }))
    }

    /// Letters that are folded to one letter each, and those letters: what `translate` of PostgreSQL makes of a text.
    ///
    /// Marks that combine come last and have no partner, so that they are dropped.
    package static let singleLetters: (from: String, to: String) = {
        let letters = bases.filter { $0.value.unicodeScalars.count == 1 }.sorted { $0.key < $1.key }
        var from = String.UnicodeScalarView("’ʼ`‘".unicodeScalars)
        from.append(contentsOf: letters.map(\.key))
        from.append(contentsOf: (0x300...0x36F).compactMap { Unicode.Scalar($0 as UInt32) })
        return (String(from), String(repeating: "'", count: 4) + letters.map(\.value).joined())
    }()

    static func append(_ scalar: Unicode.Scalar, to folded: inout String) {
        switch scalar {
        case "a"..."z", "0"..."9": folded.unicodeScalars.append(scalar)
        case "’", "ʼ", "`", "'", "‘": folded.append("'")
        case "\u{300}"..."\u{36F}": break
        case _ where scalar.properties.isWhitespace || scalar.properties.generalCategory == .control:
            if !folded.isEmpty && folded.last != " " { folded.append(" ") }
        default: folded += bases[scalar] ?? scalar.properties.lowercaseMapping
        }
    }

    /// Accented Latin letters and the plain letter that people type for them.
    private static let bases: [Unicode.Scalar: String] = {
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđĎĐ"), ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"),
            ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), ("j", "ĵĴ"), ("k", "ķĶ"),
            ("l", "ĺļľŀłĹĻĽĿŁ"), ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("r", "ŕŗřŔŖŘ"),
            ("s", "śŝşšŚŜŞŠ"), ("t", "ţťŧŢŤŦ"), ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"),
            ("z", "źżžŹŻŽ"), ("ss", "ß"), ("ae", "æÆ"), ("oe", "œŒ"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (base, letters) in groups {
            for scalar in letters.unicodeScalars { table[scalar] = base }
        }
        return table
    }()
}

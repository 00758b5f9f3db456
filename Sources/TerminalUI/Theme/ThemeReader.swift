import TOMLKit
import Wording

/// Turns the table of a theme file into a theme, checking every key.
struct ThemeReader {
    let file: String
    let source: TOMLSource
    private var palette: [String: Color] = [:]

    init(file: String, source: TOMLSource) {
        self.file = file
        self.source = source
    }

    mutating func theme(_ table: TOMLTable) throws(ThemeError) -> Theme {
        for key in table.keys where !["name", "contrast", "palette", "base", "role"].contains(key) {
            throw failure([key], "A theme has only name, contrast, palette, base and role.")
        }
        guard let name = table["name"]?.string, !name.isEmpty else {
            throw failure(["name"], "A theme needs a name in quotes.")
        }
        let contrast = try contrast(table, name: name)
        try readPalette(table)
        let base = try table["base"].map { value throws(ThemeError) in try style(value, at: ["base"]) } ?? Style()
        let theme = Theme(name: name, base: base, styles: try roles(table))
        try check(theme, for: contrast)
        return theme
    }

    /// What the theme promises; one that is called `contrast` promises as much as one that says so.
    private func contrast(_ table: TOMLTable, name: String) throws(ThemeError) -> ThemeContrast {
        guard let value = table["contrast"] else { return name == "contrast" ? .high : .normal }
        guard value.string == "high" else { throw failure(["contrast"], "The contrast is \"high\", or is left out.") }
        return .high
    }

    private mutating func readPalette(_ table: TOMLTable) throws(ThemeError) {
        guard let value = table["palette"] else { return }
        guard let colors = value.table else { throw failure(["palette"], "The palette is a table of colours.") }
        for key in colors.keys {
            guard let text = colors[key]?.string, let color = Color(hex: text) else {
                throw failure(["palette", key], "A colour of the palette is written \"#rrggbb\".")
            }
            palette[key] = color
        }
    }

    private func roles(_ table: TOMLTable) throws(ThemeError) -> [Role: Style] {
        guard let value = table["role"] else { return [:] }
        guard let roles = value.table else { throw failure(["role"], "The roles are a table of styles.") }
        var styles: [Role: Style] = [:]
        for key in roles.keys {
            guard let role = Role(name: key) else {
                let known = Role.allCases.map(\.name).joined(separator: ", ")
                throw failure(["role", key], "There is no such role; there are \(known).")
            }
            if let value = roles[key] { styles[role] = try style(value, at: ["role", key]) }
        }
        return styles
    }

    private func style(_ value: any TOMLValueConvertible, at path: [String]) throws(ThemeError) -> Style {
        guard let table = value.table else {
            throw failure(path, "A style is a table such as { fg = \"#ffffff\", bold = true }.")
        }
        var style = Style()
        for key in table.keys {
            guard let value = table[key] else { continue }
            let path = path + [key]
            switch key {
            case "fg": style.foreground = try color(value, at: path)
            case "bg": style.background = try color(value, at: path)
            default: if try flag(value, key, at: path) { style.attributes.formUnion(Self.attributes[key] ?? []) }
            }
        }
        return style
    }

    private func color(_ value: any TOMLValueConvertible, at path: [String]) throws(ThemeError) -> Color {
        guard let text = value.string else { throw failure(path, "A colour is text in quotes.") }
        if let color = palette[text] ?? Color(hex: text) ?? Color(name: text) { return color }
        throw failure(path, "\"\(text)\" is no colour: neither \"#rrggbb\" nor a name of the palette.")
    }

    private func flag(_ value: any TOMLValueConvertible, _ key: String, at path: [String]) throws(ThemeError) -> Bool {
        guard Self.attributes[key] != nil else {
            throw failure(path, "A style has only fg, bg, bold, dim, underline, reverse and italic.")
        }
        guard let flag = value.bool else { throw failure(path, "The value is true or false.") }
        return flag
    }

    private func check(_ theme: Theme, for contrast: ThemeContrast) throws(ThemeError) {
        for role in Role.allCases where role.isText {
            guard let fault = contrast.fault(of: theme[role], as: role) else { continue }
            throw failure(theme.styles[role] == nil ? ["base"] : ["role", role.name], fault)
        }
    }

    private func failure(_ path: [String], _ reason: Phrase) -> ThemeError {
        let place = source.place(of: path)
        return ThemeError(
            file: file, line: place?.line, column: place?.column, key: path.joined(separator: "."), reason: reason)
    }

    private static let attributes: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse, "italic": .italic,
    ]
}

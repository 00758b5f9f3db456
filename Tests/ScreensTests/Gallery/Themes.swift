import Foundation
import TerminalUI

/// The themes that come with the program.
enum Themes {
    static func load(_ name: String) throws -> Theme {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let text = try String(contentsOf: root.appending(path: "themes/\(name).toml"), encoding: .utf8)
        return try ThemeFile.parse(text, file: "themes/\(name).toml")
    }

    /// A look in words: colours and attributes.
    static func name(_ style: Style) -> String {
        let attributes: [(Style.Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        let colors = [style.foreground.map(name), style.background.map { "on \(name($0))" }].compactMap { $0 }
        let words = colors + attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        return words.isEmpty ? "as it is" : words.joined(separator: " ")
    }

    private static func name(_ color: Color) -> String {
        switch color {
        case .palette(let number): "palette \(number)"
        case .rgb(let red, let green, let blue): String(format: "#%02x%02x%02x", red, green, blue)
        }
    }
}

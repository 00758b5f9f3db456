import CTerminal
import TerminalUI

/// How many colours the terminal shows, and how a theme's colours become those.
enum ColorDepth: Hashable, Sendable {
    case none, eight, sixteen, indexed, exact

    /// The depth for a number of colours as terminfo gives it.
    init(colors: Int) {
        switch colors {
        case ..<8: self = .none
        case ..<16: self = .eight
        case ..<256: self = .sixteen
        case ..<(1 << 24): self = .indexed
        default: self = .exact
        }
    }

    /// How a role looks at this depth.
    func look(of role: Role, in theme: Theme) -> ct_style {
        let style = theme[role]
        guard self != .none else {
            let own = theme.styles[role]
            let hadColor = own?.foreground != nil || own?.background != nil
            let attributes = style.attributes.union(hadColor ? Theme.plain[role].attributes : [])
            return ct_style(attributes: attributes.rawValue, foreground: -1, background: -1)
        }
        let background = plain(style.background)
        var foreground = plain(style.foreground)
        if foreground == background, foreground >= 0, let color = style.background {
            // Two colours that fall together would hide the text; black or white shows it.
            foreground = Palette.isLight(Palette.components(of: color)) ? 0 : (self == .eight ? 7 : 15)
        }
        var attributes = style.attributes
        if theme.styles[role] != nil, foreground == plain(theme.base.foreground),
            background == plain(theme.base.background)
        {
            // The theme's shades have fallen together here, so attributes tell the role from text.
            attributes.formUnion(Theme.plain[role].attributes)
        }
        return ct_style(
            attributes: attributes.rawValue, foreground: Int32(foreground), background: Int32(background))
    }

    private func plain(_ color: Color?) -> Int {
        color.map(number) ?? -1
    }

    /// A colour as the door takes it.
    func number(of color: Color) -> Int {
        let parts = Palette.components(of: color)
        switch (self, color) {
        case (.none, _): return -1
        case (.exact, .palette(let index)) where index < 8: return Int(index)
        case (.exact, _):
            return CT_RGB | Int(parts.red) << 16 | Int(parts.green) << 8 | Int(parts.blue)
        case (.indexed, .palette(let index)): return Int(index)
        case (.indexed, .rgb): return Palette.nearest(to: parts, in: 16..<256)
        case (.sixteen, .palette(let index)) where index < 16: return Int(index)
        case (.sixteen, _): return Palette.nearest(to: parts, in: 0..<16)
        case (.eight, .palette(let index)) where index < 16: return Int(index % 8)
        case (.eight, _): return Palette.nearest(to: parts, in: 0..<8)
        }
    }
}

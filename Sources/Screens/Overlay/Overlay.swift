import TerminalUI

/// What may lie over a screen: at most one of these.
enum Overlay: Sendable {
    case commands(CommandOverlay)
    case palette(PaletteOverlay)
    case messages(MessageOverlay)

    /// The theme that is looked at.
    var lookedAtTheme: String? {
        if case .palette(let palette) = self { palette.lookedAtTheme } else { nil }
    }

    /// Whether keys have to wait for an answer that was asked for by Enter.
    var isWaiting: Bool {
        if case .palette(let palette) = self { palette.isWaiting } else { false }
    }

    mutating func paste(_ text: String) {
        switch self {
        case .commands(var overlay):
            overlay.paste(text)
            self = .commands(overlay)
        case .palette(var overlay):
            overlay.paste(text)
            self = .palette(overlay)
        case .messages(var overlay):
            overlay.paste(text)
            self = .messages(overlay)
        }
    }

    mutating func resize(_ size: Size) {
        switch self {
        case .commands(var overlay):
            overlay.resize(size)
            self = .commands(overlay)
        case .palette(var overlay):
            overlay.resize(size)
            self = .palette(overlay)
        case .messages(var overlay):
            overlay.resize(size)
            self = .messages(overlay)
        }
    }

    func view(in area: Rect, on canvas: inout Canvas) {
        switch self {
        case .commands(let overlay): overlay.view(in: area, on: &canvas)
        case .palette(let overlay): overlay.view(in: area, on: &canvas)
        case .messages(let overlay): overlay.view(in: area, on: &canvas)
        }
    }
}

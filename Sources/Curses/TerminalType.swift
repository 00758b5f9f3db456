import TerminalUI

/// What the environment says about the terminal.
struct TerminalType: Hashable, Sendable {
    /// TERM as it is set; empty if it isn't.
    let term: String
    /// Whether exact colours may be sent.
    let wantsExactColors: Bool
    /// Whether the operator wants no colours at all (no-color.org).
    let refusesColors: Bool
    /// What a text for the clipboard has to pass through.
    let passage: Clipboard.Passage

    /// How long a lone ESC waits for the rest of a sequence; ESCDELAY in milliseconds sets it for slow links.
    let escapeDelay: Duration

    init(environment: (String) -> String?) {
        let delay = environment("ESCDELAY").flatMap { Int($0) } ?? 25
        escapeDelay = .milliseconds(min(max(1, delay), 1000))
        term = environment("TERM") ?? ""
        refusesColors = !(environment("NO_COLOR") ?? "").isEmpty
        let promise = environment("COLORTERM") ?? ""
        let family = ["xterm", "tmux", "screen"].contains { [term] in term.hasPrefix($0) }
        let isDirect = term.hasSuffix("-direct")
        let isInTmux = !(environment("TMUX") ?? "").isEmpty || term.hasPrefix("tmux")
        let isInScreen = !(environment("STY") ?? "").isEmpty || term.hasPrefix("screen")
        passage = isInTmux ? .tmux : isInScreen ? .screen : .none
        wantsExactColors = !refusesColors && (isDirect || (family && ["truecolor", "24bit"].contains(promise)))
    }

    /// Types to try, one after the other.
    ///
    /// Debian's base set lacks most emulators (alacritty, kitty, foot …), nearly all of which understand
    /// what xterm does.
    var candidates: [String] {
        var names = term.isEmpty ? [] : [term]
        for name in ["xterm-256color", "xterm", "vt100"] where !names.contains(name) { names.append(name) }
        return names
    }

    /// The signs that the terminal can show.
    func glyphs(isUTF8: Bool) -> Glyphs {
        guard isUTF8 else { return .ascii }
        var glyphs = Glyphs.utf8
        if term == "linux" {
            // The console's fonts have 256 or 512 signs: lines and triangles, but no eighth blocks.
            glyphs.bars = Glyphs.ascii.bars
            glyphs.cursor = Glyphs.ascii.cursor
        }
        return glyphs
    }
}

import TerminalUI
import Testing

@testable import Curses

@Suite struct TerminalTypeTests {
    private func type(_ variables: [String: String]) -> TerminalType {
        TerminalType { variables[$0] }
    }

    @Test("Exact colours are sent where the terminal promises them and nobody refuses")
    func choosesColors() {
        #expect(type(["TERM": "xterm-256color", "COLORTERM": "truecolor"]).wantsExactColors)
        #expect(type(["TERM": "tmux-256color", "COLORTERM": "24bit"]).wantsExactColors)
        #expect(type(["TERM": "xterm-direct"]).wantsExactColors)
        #expect(!type(["TERM": "xterm-256color"]).wantsExactColors)
        #expect(!type(["TERM": "linux", "COLORTERM": "truecolor"]).wantsExactColors)
        let refusing = type(["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"])
        #expect(!refusing.wantsExactColors && refusing.refusesColors)
        #expect(!type(["NO_COLOR": ""]).refusesColors)
    }

    @Test("The terminal's own type is tried first, then the common ones, each once")
    func listsCandidates() {
        #expect(type(["TERM": "foot"]).candidates == ["foot", "xterm-256color", "xterm", "vt100"])
        #expect(type(["TERM": "xterm"]).candidates == ["xterm", "xterm-256color", "vt100"])
        #expect(type([:]).candidates == ["xterm-256color", "xterm", "vt100"])
    }

    @Test("ESCDELAY sets how long Escape waits, within reason")
    func takesDelay() {
        #expect(type([:]).escapeDelay == .milliseconds(25))
        #expect(type(["ESCDELAY": "100"]).escapeDelay == .milliseconds(100))
        #expect(type(["ESCDELAY": "-5"]).escapeDelay == .milliseconds(1))
        #expect(type(["ESCDELAY": "86400000"]).escapeDelay == .seconds(1))
        #expect(type(["ESCDELAY": "soon"]).escapeDelay == .milliseconds(25))
    }

    @Test("The signs follow the encoding, and on the console its fonts")
    func choosesGlyphs() {
        #expect(type(["TERM": "xterm"]).glyphs(isUTF8: true) == .utf8)
        #expect(type(["TERM": "xterm"]).glyphs(isUTF8: false) == .ascii)
        let console = type(["TERM": "linux"]).glyphs(isUTF8: true)
        #expect(console.bars == Glyphs.ascii.bars)
        #expect(console.box == Glyphs.utf8.box)
    }
}

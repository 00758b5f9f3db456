import TerminalUI
import Testing

@Suite struct KeyPressTests {
    @Test(
        "Configuration's names and footers' labels belong to the same press",
        arguments: [
            ("ctrl+p", KeyPress(.character("p"), .control), "^P", "ctrl+p"),
            ("Ctrl+P", KeyPress(.character("p"), .control), "^P", "ctrl+p"),
            ("f6", KeyPress(.function(6)), "F6", "f6"),
            ("F13", KeyPress(.function(1), .shift), "Shift-F1", "shift+f1"),
            ("?", KeyPress(.character("?")), "?", "?"),
            ("+", KeyPress(.character("+")), "+", "+"),
            ("ctrl++", KeyPress(.character("+"), .control), "^+", "ctrl++"),
            ("shift+tab", KeyPress(.tab, .shift), "Shift-Tab", "shift+tab"),
            ("shift+a", KeyPress(.character("A")), "A", "A"),
            ("alt+ї", KeyPress(.character("ї"), .alt), "Alt-ї", "alt+ї"),
            ("space", KeyPress(.character(" ")), "Space", "space"),
            ("ctrl+space", KeyPress(.character(" "), .control), "Ctrl-Space", "ctrl+space"),
            ("pgdn", KeyPress(.pageDown), "PgDn", "pagedown"), ("esc", KeyPress(.escape), "Esc", "escape"),
            ("ctrl+alt+del", KeyPress(.delete, [.control, .alt]), "Alt-Ctrl-Del", "ctrl+alt+delete"),
        ])
    func reads(text: String, press: KeyPress, label: String, name: String) {
        #expect(KeyPress(text) == press)
        #expect(press.label == label)
        #expect(press.name == name)
        #expect(KeyPress(press.name) == press)
    }

    @Test(
        "What is no key is refused", arguments: ["", "ctrl+", "hyper+a", "f0", "f25", "f007", "enterr", "ab", "\u{1B}"])
    func refuses(text: String) {
        #expect(KeyPress(text) == nil)
    }

    @Test(
        "A Cyrillic letter is the Latin one of the same key",
        arguments: [
            ("й", "q"), ("і", "s"), ("ы", "s"), ("Ї", "}"), ("ж", ";"), ("Ж", ":"), ("є", "'"), ("э", "'"), ("Ю", ">"),
            ("н", "y"), ("т", "n"), ("ё", "`"), ("q", "q"), ("ctrl+з", "ctrl+p"), ("alt+ч", "alt+x"),
        ])
    func mapsToLatin(cyrillic: String, latin: String) {
        #expect(KeyPress(cyrillic)?.latin == KeyPress(latin))
    }

    @Test("Only plain characters are text")
    func knowsText() {
        #expect(KeyPress("ї")?.character == "ї")
        #expect(KeyPress("ctrl+a")?.character == nil)
        #expect(KeyPress("alt+a")?.character == nil)
        #expect(KeyPress("enter")?.character == nil)
    }
}

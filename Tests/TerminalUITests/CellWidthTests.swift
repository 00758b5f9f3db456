import TerminalUI
import Testing

@Suite struct CellWidthTests {
    @Test(
        "Text of the world takes the columns that terminals give it",
        arguments: [
            ("", 0), ("Tea", 3), ("Чай зелений", 11), ("Їжак і ґава", 11), ("茶", 2), ("ﾁｬ", 2), ("Ａ", 2), ("한국", 4),
            ("e\u{301}", 1), ("₴1 250,00", 9), ("▸ ● … ─", 7), ("שלום", 4), ("ไทย", 3), ("ที่", 1), ("½ € ™", 5),
            ("🍵", 2),
            ("\u{1100}\u{1161}", 2), ("\u{0600}12", 3), ("\u{2FFFD}", 2),
        ])
    func knows(text: String, width: Int) {
        #expect(Canvas.width(of: text) == width)
    }

    @Test("Every sign that widgets draw with is one column wide")
    func knowsGlyphs() {
        for glyphs in [Glyphs.utf8, .ascii] {
            let box = glyphs.box
            let signs = [
                glyphs.cursor, glyphs.mark, glyphs.up, glyphs.down, glyphs.ellipsis, glyphs.replacement, glyphs.bullet,
                glyphs.separator, box.horizontal, box.vertical, box.topLeft, box.topRight, box.bottomLeft,
                box.bottomRight,
            ]
            for sign in signs + glyphs.bars {
                #expect(Canvas.width(of: String(Character(sign))) == 1)
                #expect(!glyphs.isASCII || sign.isASCII)
            }
        }
    }
}

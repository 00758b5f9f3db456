import Testing

@testable import TerminalUI

@Suite struct HostileTextTests {
    private static let nonCharacters = String(
        String.UnicodeScalarView(([0xFFFE, 0xFDD0, 0x1FFFF] as [UInt32]).compactMap { Unicode.Scalar($0) }))

    /// What reached a terminal, or turned rows round, when it was printed as it stood.
    static let corpus: [String] = [
        "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}[2J\u{1B}[H", "\u{1B}[?1049l", "a\nb", "a\rb", "a\tb", "a\u{8}b",
        "a\u{7F}b",
        "\u{9B}2J", "\u{90}q\u{9C}", "\u{0}", "\u{202E}gpj.exe", "\u{2066}x\u{2069}", "\u{200E}\u{200F}\u{61C}",
        "zero\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}width", "soft\u{AD}hyphen", "\u{E0041}\u{E007F}tags",
        "\u{FE0F}\u{E0100}", "\u{2028}line\u{2029}", "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}", nonCharacters,
        "\u{FFF9}a\u{FFFA}b\u{FFFB}", String(repeating: "\u{301}", count: 500), "\u{180E}\u{034F}",
    ]

    @Test("No control, format or private scalar of the corpus gets into a cell", arguments: corpus)
    func isSafe(text: String) {
        var canvas = Canvas(size: Size(width: 60, height: 1))
        canvas.write(text, x: 0, y: 0)
        #expect(Self.offences(in: canvas) == [])
    }

    @Test("Put into the cells as it stands, every text of the corpus that is more than marks is an offence")
    func needsTheSanitiser() {
        for text in Self.corpus {
            var canvas = Canvas(size: Size(width: 600, height: 1))
            for (index, scalar) in text.unicodeScalars.enumerated() {
                canvas.cells[index] = Cell(scalar.value, role: Role.text.rawValue)
            }
            let isPile = text.unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark }
            #expect(Self.offences(in: canvas).isEmpty == isPile)
        }
    }

    /// The scalars of a picture that a terminal must not be sent.
    private static func offences(in canvas: Canvas) -> [String] {
        let refused: Set<Unicode.GeneralCategory> = [
            .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .surrogate,
        ]
        let scalars = canvas.cells.filter { $0.width > 0 }.map(\.scalar) + canvas.marks.filter { $0 != 0 }
        return scalars.compactMap { value in
            let category = Unicode.Scalar(value)?.properties.generalCategory
            return category.map { !refused.contains($0) } == true ? nil : "U+\(String(value, radix: 16))"
        }
    }

    @Test("What must not be shown is seen as a replacement, in ASCII as a question mark")
    func isVisible() {
        var canvas = Canvas(size: Size(width: 20, height: 1))
        canvas.write("a\u{1B}[2Jb\nc", x: 0, y: 0)
        #expect(canvas.text == ["a\u{FFFD}[2Jb\u{FFFD}c"])
        var ascii = Canvas(size: Size(width: 20, height: 1), glyphs: .ascii)
        ascii.write("a\u{1B}[2Jb\nc", x: 0, y: 0)
        #expect(ascii.text == ["a?[2Jb?c"])
    }

    @Test(
        "Emoji that terminals disagree on are brought to a form of known width",
        arguments: [
            ("👨‍👩‍👧‍👦!", "👨!", 3), ("👍🏽!", "👍!", 3), ("❤️!", "❤!", 2), ("🇺🇦!", "UA!", 3), ("☕ x", "☕ x", 4),
            ("🏽", "🏽", 2), ("क्‍ष", "क्ष", 2),
        ])
    func simplifiesEmoji(text: String, shown: String, width: Int) {
        var canvas = Canvas(size: Size(width: 20, height: 1))
        #expect(canvas.write(text, x: 0, y: 0) == width)
        #expect(canvas.text.map { Array($0.unicodeScalars) } == [Array(shown.unicodeScalars)])
        #expect(Canvas.width(of: text) == width)
    }

    @Test("Random strings of any scalars are drawn in exactly the columns that were reckoned")
    func agreesOnWidth() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                let limit: UInt32 = Bool.random(using: &generator) ? 0x3000 : 0x110000
                if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) { text.append(scalar) }
            }
            var canvas = Canvas(size: Size(width: 40, height: 1))
            canvas.fill(canvas.bounds, with: "#")
            let used = canvas.write(String(text), x: 0, y: 0)
            #expect(used == Canvas.width(of: String(text)))
            #expect(canvas.cells[used...].allSatisfy { $0.scalar == 0x23 })
        }
    }
}

import CTerminal
import TerminalUI
import Testing

@testable import Curses

/// ncurses has one screen a process, so everything that opens one stands in this suite and runs in turn.
@Suite(.serialized) struct ScreenTests {
    private static let terminals = ["xterm-256color", "screen-256color", "linux", "vt100"]

    /// A screen without any terminal; ends with the test.
    private final class Headless {
        init(_ term: String, direct: Bool = false, width: Int = 40, height: Int = 6, theme: Theme = .plain) throws {
            try #require(ct_locale_open(), "These tests need a UTF-8 locale.")
            let status = ct_screen_open(term, direct, Int32(height), Int32(width))
            try #require(Int(status) == CT_SCREEN_OK)
            let depth = ColorDepth(colors: Int(ct_screen_colors()))
            for role in Role.allCases { ct_screen_style(Int32(role.rawValue), depth.look(of: role, in: theme)) }
        }

        deinit {
            ct_screen_close()
        }

        func frame() -> String {
            var bytes: UnsafePointer<UInt8>?
            let count = ct_screen_frame(&bytes)
            return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        }

        func change(enter: Bool) -> String {
            var bytes: UnsafePointer<UInt8>?
            let count = ct_screen_switch(enter, &bytes)
            return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        }
    }

    private func picture(_ name: String = "Іваненко Олена") -> Canvas {
        var canvas = Canvas(size: Size(width: 40, height: 6))
        canvas.write("Orders", x: 1, y: 0, width: 38, role: .title)
        canvas.write(name, x: 1, y: 1, width: 38, role: .selection)
        canvas.write("漢字 ☕ і\u{301} 1 250,00", x: 1, y: 2, width: 38, role: .money)
        canvas.write("corner", x: 34, y: 5)
        return canvas
    }

    @Test("A frame carries the picture, and the same picture again sends nothing", arguments: terminals)
    func sendsDifferences(term: String) throws {
        let screen = try Headless(term)
        ScreenPainter.put(picture(), after: nil)
        let first = screen.frame()
        #expect(first.contains("Orders") && first.contains("Іваненко") && first.contains("漢字"))
        ScreenPainter.put(picture(), after: nil)
        #expect(screen.frame().isEmpty)
        ScreenPainter.put(picture(), after: picture())
        #expect(screen.frame().isEmpty)
        ScreenPainter.put(picture("Іваненко Олеся"), after: picture())
        let change = screen.frame()
        #expect(!change.isEmpty && change.utf8.count < 80)
        ct_screen_redraw()
        #expect(screen.frame().contains("Orders"))
    }

    /// A list of ten rows between two lines, from a row on.
    private func list(from first: Int, selected: Int) -> Canvas {
        var canvas = Canvas(size: Size(width: 40, height: 12))
        canvas.write("Orders", x: 0, y: 0, role: .title)
        for y in 1...10 {
            canvas.write("\(first + y)  Іваненко 漢字", x: 0, y: y, width: 40, role: y == selected ? .selection : .text)
        }
        canvas.write("F1 Help", x: 0, y: 11, role: .hint)
        return canvas
    }

    /// What is sent for the second of two pictures.
    private func change(_ old: Canvas, _ new: Canvas, after known: Canvas?, on term: String) throws -> String {
        let screen = try Headless(term, width: 40, height: 12)
        ScreenPainter.put(old, after: nil)
        _ = screen.frame()
        ScreenPainter.put(new, after: known)
        return screen.frame()
    }

    @Test("A scrolled list is sent as if every row were given anew", arguments: terminals, [-9, -2, -1, 1, 3])
    func sendsScrolling(term: String, distance: Int) throws {
        let (old, new) = (list(from: 50, selected: 10), list(from: 50 + distance, selected: 9))
        let known = try change(old, new, after: old, on: term)
        #expect(try known == change(old, new, after: nil, on: term))
        #expect(!known.isEmpty)
    }

    @Test("Private modes go to terminals of xterm's kind only", arguments: terminals)
    func limitsModes(term: String) throws {
        let screen = try Headless(term)
        let isModern = term.hasSuffix("256color")
        let enter = screen.change(enter: true)
        #expect(enter.contains("\u{1B}[?2004h") == isModern)
        #expect(enter.contains("\u{1B}[?1049h") == isModern)
        ScreenPainter.put(picture(), after: nil)
        let frame = screen.frame()
        #expect(frame.hasPrefix("\u{1B}[?2026h") == isModern)
        #expect(frame.hasSuffix("\u{1B}[?2026l") == isModern)
        let leave = screen.change(enter: false)
        #expect(leave.contains("\u{1B}[?2004l") == isModern)
        #expect(leave.contains("\u{1B}[?1049l") == isModern)
        #expect(screen.change(enter: false).isEmpty)
    }

    @Test("Exact colours are sent as 24 bits by our own entry")
    func sendsExactColors() throws {
        let theme = Theme(
            name: "x", styles: [.title: Style(foreground: .rgb(0x12, 0x34, 0x56), background: .rgb(1, 2, 3))])
        let screen = try Headless("ct-direct", direct: true, theme: theme)
        #expect(ct_screen_colors() == 1 << 24)
        ScreenPainter.put(picture(), after: nil)
        let frame = screen.frame()
        #expect(frame.contains("38;2;18;52;86") && frame.contains("48;2;1;2;3"))
    }

    @Test("A theme may change while the screen is up", arguments: ["xterm-256color", "linux"])
    func changesTheme(term: String) throws {
        let red = Theme(name: "red", styles: [.title: Style(foreground: .palette(1))])
        let screen = try Headless(term, theme: red)
        ScreenPainter.put(picture(), after: nil)
        #expect(screen.frame().contains("\u{1B}[31m"))
        let blue = ColorDepth.eight.look(
            of: .title, in: Theme(name: "b", styles: [.title: Style(foreground: .palette(4))]))
        ct_screen_style(Int32(Role.title.rawValue), blue)
        ct_screen_redraw()
        ScreenPainter.put(picture(), after: nil)
        #expect(screen.frame().contains("\u{1B}[34m"))
    }

    @Test(
        "The hostile corpus sends no byte that safe text would not",
        arguments: [
            "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}[2J", "a\nb\r\t\u{8}", "\u{9B}2J\u{90}\u{9C}", "\u{202E}x\u{2066}",
            "\u{200B}\u{FEFF}y",
        ])
    func staysSafe(text: String) throws {
        let screen = try Headless("xterm-256color")
        ScreenPainter.put(Canvas(size: Size(width: 40, height: 6)), after: nil)
        _ = screen.frame()
        var canvas = Canvas(size: Size(width: 40, height: 6))
        canvas.write(text, x: 1, y: 1)
        ScreenPainter.put(canvas, after: nil)
        let hostile = screen.frame()
        let isHarmless = hostile.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80..<0xA0).contains(scalar.value)
                && !(0x2000...0x206F).contains(scalar.value) || "\u{1B}\r\n\u{8}".unicodeScalars.contains(scalar)
        }
        #expect(isHarmless)
        #expect(!hostile.contains("\u{1B}]") && !hostile.contains("\u{1B}[2J"))
    }

    @Test("A scalar that libc reckons otherwise is replaced, and the row keeps its columns")
    func replacesUnknownWidths() throws {
        let screen = try Headless("xterm-256color")
        // Assigned long after Unicode 14: libc gives it no width, the table one column.
        var canvas = Canvas(size: Size(width: 40, height: 6))
        canvas.write("a\u{1C80}\u{1C89}|", x: 0, y: 0)
        let columns = Canvas.width(of: "a\u{1C80}\u{1C89}|")
        ScreenPainter.put(canvas, after: nil)
        let frame = screen.frame()
        #expect(columns == 4)
        #expect(frame.contains("\u{FFFD}|"))
    }

    @Test("Sizes down to one cell are painted, and changed while the screen is up")
    func resizes() throws {
        let screen = try Headless("xterm-256color", width: 1, height: 1)
        ScreenPainter.put(Canvas(size: Size(width: 1, height: 1)), after: nil)
        _ = screen.frame()
        for (width, height) in [(200, 60), (2, 3), (80, 24), (1, 1), (132, 50)] {
            ct_screen_resize(Int32(height), Int32(width))
            var canvas = Canvas(size: Size(width: width, height: height))
            canvas.fill(canvas.bounds, with: "x")
            canvas.cursor = Point(x: width - 1, y: height - 1)
            ScreenPainter.put(canvas, after: nil)
            let frame = screen.frame()
            #expect(frame.filter { $0 == "x" }.count >= width * height || frame.contains("\u{1B}["))
            ScreenPainter.put(canvas, after: nil)
            #expect(screen.frame().isEmpty)
        }
    }

    @Test("The cursor is shown where the picture has it, and hidden where it has none")
    func showsCursor() throws {
        let screen = try Headless("xterm-256color")
        var canvas = picture()
        canvas.cursor = Point(x: 3, y: 4)
        ScreenPainter.put(canvas, after: nil)
        #expect(screen.frame().contains("\u{1B}[?25h"))
        canvas.cursor = nil
        ScreenPainter.put(canvas, after: nil)
        #expect(screen.frame().contains("\u{1B}[?25l"))
        canvas.cursor = Point(x: 40, y: 4)
        ScreenPainter.put(canvas, after: nil)
        #expect(screen.frame().isEmpty)
    }

    @Test("A type that can't place a cursor is refused by name, an unknown one falls back")
    func refusesTypes() throws {
        let size = Size(width: 80, height: 24)
        #expect(throws: CursesError.cannotAddressCursor(term: "dumb")) {
            try Opener.openScreen(TerminalType { $0 == "TERM" ? "dumb" : nil }, size: size)
        }
        try Opener.openScreen(TerminalType { $0 == "TERM" ? "no-such-terminal" : nil }, size: size)
        #expect(ct_screen_colors() == 256)
        ct_screen_close()
    }
}

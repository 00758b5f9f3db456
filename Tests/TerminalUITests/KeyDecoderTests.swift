import TerminalUI
import Testing

@Suite struct KeyDecoderTests {
    /// Bytes as a terminal sends them, with `^[` for ESC, and the presses they mean.
    static let table: [(bytes: String, keys: String)] = [
        ("a", "a"), ("Ї", "Ї"), ("漢", "漢"), ("🍵", "🍵"), ("\r", "enter"), ("\n", "enter"), ("\t", "tab"),
        ("\u{7F}", "backspace"),
        ("\u{8}", "backspace"), ("\u{0}", "ctrl+space"), ("\u{1}", "ctrl+a"), ("\u{1A}", "ctrl+z"),
        ("\u{1C}", "ctrl+\\"),
        ("\u{1F}", "ctrl+_"), ("^[[A", "up"), ("^[OB", "down"), ("^[[C^[OD", "right left"), ("^[[H^[OF", "home end"),
        ("^[[1~^[[4~^[[7~^[[8~", "home end home end"), ("^[[2~^[[3~^[[5~^[[6~", "insert delete pgup pgdn"),
        ("^[[1;5D^[[1;2A^[[1;3C^[[1;8B", "ctrl+left shift+up alt+right ctrl+alt+shift+down"),
        ("^[[3;5~", "ctrl+delete"),
        ("^[OP^[OQ^[OR^[OS", "f1 f2 f3 f4"), ("^[[11~^[[12~^[[13~^[[14~^[[15~", "f1 f2 f3 f4 f5"),
        ("^[[17~^[[18~^[[19~^[[20~^[[21~^[[23~^[[24~", "f6 f7 f8 f9 f10 f11 f12"),
        ("^[[[A^[[[B^[[[C^[[[D^[[[E", "f1 f2 f3 f4 f5"), ("^[[1;2P^[[1;5Q^[[1;2R", "shift+f1 ctrl+f2 shift+f3"),
        ("^[[25~^[[34~", "shift+f1 shift+f8"), ("^[[15;2~", "shift+f5"), ("^[[Z", "shift+tab"), ("^[\t", "shift+tab"),
        ("^[x", "alt+x"), ("^[ї", "alt+ї"), ("^[X", "alt+X"), ("^[\r", "alt+enter"), ("^[\u{7F}", "alt+backspace"),
        ("^[\u{1}", "ctrl+alt+a"), ("^[[97;5u", "ctrl+a"), ("^[[13;5u", "ctrl+enter"), ("^[[27u", "escape"),
        ("^[[97;2u", "A"), ("^[[1111;1u", "ї"), ("^[[97;1:3u", ""), ("^[[27;5;13~", "ctrl+enter"), ("^[[57441u", ""),
        ("^[Oj^[Op^[Oy^[OM", "* 0 9 enter"), ("^[O5A", "ctrl+up"), ("^[[3^", "ctrl+delete"),
        ("^[[3@", "ctrl+shift+delete"),
        ("^[^[[A", "escape up"), ("^[[?1;2c", ""), ("^[[24;80R", ""), ("^[[>0;276;0c", ""), ("^[[?2026;2$y", ""),
        ("^[]11;rgb:00/00/00\u{7}x", "x"), ("^[]11;rgb:00/00/00^[\\x", "x"), ("^[P1$r0m^[\\x", "x"), ("^[_G^[[A", "up"),
        ("^[[M !!x", "x"), ("^[[12\u{18}", "ctrl+x"), ("^[[1^[[A", "up"), ("^[[E", ""), ("^[[99~", ""),
    ]

    private static func bytes(_ text: String) -> [UInt8] {
        // Caret before a bracket stands for ESC, except within rxvt's own sequences, which end in a caret.
        Array(text.utf8).reduce(into: []) { result, byte in
            if byte == 0x5B, result.last == 0x5E {
                result[result.count - 1] = 0x1B
            } else {
                result.append(byte)
            }
        }
    }

    private static func presses(_ names: String) -> [TerminalEvent] {
        names.split(separator: " ").compactMap { KeyPress(String($0)) }.map { .key($0) }
    }

    private func whole(_ bytes: [UInt8]) -> [TerminalEvent] {
        var decoder = KeyDecoder()
        return decoder.feed(bytes) + (decoder.patience == nil ? [] : decoder.flush())
    }

    private func byteWise(_ bytes: [UInt8]) -> [TerminalEvent] {
        var decoder = KeyDecoder()
        return bytes.flatMap { decoder.feed([$0]) } + (decoder.patience == nil ? [] : decoder.flush())
    }

    @Test("Each sequence means its key, fed whole and byte by byte", arguments: table)
    func decodes(bytes: String, keys: String) {
        let input = Self.bytes(bytes)
        #expect(whole(input) == Self.presses(keys))
        #expect(byteWise(input) == Self.presses(keys))
    }

    @Test(
        "What nothing has followed means itself",
        arguments: [
            ("^[", "escape"), ("^[^[", "escape escape"), ("^[[", "alt+["), ("^[O", "alt+O"), ("^[P", "alt+P"),
            ("^[]", "alt+]"),
            ("^[[1;", ""), ("^[]0;title", ""),
        ])
    func flushes(bytes: String, keys: String) {
        let input = Self.bytes(bytes)
        #expect(whole(input) == Self.presses(keys))
        #expect(byteWise(input) == Self.presses(keys))
    }

    @Test("A lone Escape waits 25 milliseconds, and nothing else waits")
    func isPatient() {
        var decoder = KeyDecoder()
        let typed = decoder.feed([0x61])
        #expect(typed.count == 1)
        #expect(decoder.patience == nil)
        let escaped = decoder.feed([0x1B])
        #expect(escaped.isEmpty)
        #expect(decoder.patience == .milliseconds(25))
        let flushed = decoder.flush()
        #expect(flushed == [.key(KeyPress(.escape))])
        #expect(decoder.patience == nil)
    }

    @Test("Bytes that are no UTF-8 show as replacements and swallow nothing")
    func survivesBrokenText() {
        let replacement = TerminalEvent.key(KeyPress(.character("\u{FFFD}")))
        #expect(whole([0xFF, 0x61]) == [replacement] + Self.presses("a"))
        #expect(whole([0xC3, 0x61]) == [replacement] + Self.presses("a"))
        #expect(whole([0xC0, 0xAF]) == [replacement, replacement])
        #expect(whole([0xED, 0xA0, 0x80]) == [replacement])
        #expect(whole([0xE2, 0x82]) == [replacement])
        #expect(whole([0xE2, 0x1B, 0x5B, 0x41]) == [replacement] + Self.presses("up"))
    }

    @Test("A paste is one event, and what stands in it is no key")
    func pastes() {
        let text = "4820\t2\rA-100^[[A\r\nend ^[[20"
        let input = Self.bytes("^[[200~" + text + "^[[201~x")
        let expected = [TerminalEvent.paste("4820\t2\nA-100\u{1B}[A\nend \u{1B}[20")] + Self.presses("x")
        #expect(whole(input) == expected)
        #expect(byteWise(input) == expected)
    }

    @Test("A paste is cut at its limit, between two scalars, and its end is still found")
    func boundsPaste() {
        var decoder = KeyDecoder()
        let opening = Self.bytes("^[[200~a")
        let body = [UInt8](String(repeating: "ї", count: KeyDecoder.maximumPaste / 2 + 10).utf8)
        let events = decoder.feed(opening + body + Self.bytes("^[[201~q"))
        #expect(events.count == 2)
        guard case .paste(let text) = events.first else {
            Issue.record("The paste is missing.")
            return
        }
        #expect(text.utf8.count <= KeyDecoder.maximumPaste)
        #expect(text.utf8.count > KeyDecoder.maximumPaste - 4)
        #expect(text.utf8.dropFirst().count % 2 == 0 && text.hasSuffix("її"))
        #expect(events.last == .key(KeyPress(.character("q"))))
    }

    @Test("A paste whose end got lost is given up after a silence")
    func givesUpPaste() {
        var decoder = KeyDecoder()
        let pasting = decoder.feed(Self.bytes("^[[200~abc"))
        #expect(pasting.isEmpty)
        #expect(decoder.patience == .seconds(1))
        let pasted = decoder.flush()
        #expect(pasted == [.paste("abc")])
        let typed = decoder.feed([0x71])
        #expect(typed == Self.presses("q"))
    }

    @Test("The mouse reports presses, releases, drags and the wheel")
    func readsMouse() {
        let at = Point(x: 11, y: 4)
        #expect(whole(Self.bytes("^[[<0;12;5M")) == [.mouse(MouseEvent(.press, at: at))])
        #expect(whole(Self.bytes("^[[<2;12;5m")) == [.mouse(MouseEvent(.release, button: 2, at: at))])
        #expect(whole(Self.bytes("^[[<64;12;5M")) == [.mouse(MouseEvent(.scrollUp, at: at))])
        #expect(whole(Self.bytes("^[[<81;12;5M")) == [.mouse(MouseEvent(.scrollDown, at: at, modifiers: .control))])
        #expect(whole(Self.bytes("^[[<32;12;5M")) == [.mouse(MouseEvent(.drag, at: at))])
        #expect(whole(Self.bytes("^[[<35;12;5M")).isEmpty)
        #expect(whole(Self.bytes("^[[<0;0;5M")).isEmpty)
        #expect(whole(Self.bytes("^[[<0;99999999999999999999;5M")).count == 1)
    }

    @Test("Focus comes and goes")
    func readsFocus() {
        #expect(whole(Self.bytes("^[[I^[[O")) == [.focus(true), .focus(false)])
    }

    @Test("200,000 random bytes never trap and mean the same however they are cut")
    func survivesNoise() {
        var generator = SystemRandomNumberGenerator()
        let likely: [UInt8] = [
            0x1B, 0x5B, 0x4F, 0x3B, 0x31, 0x32, 0x30, 0x7E, 0x75, 0x3C, 0x4D, 0x5D, 0x07, 0xD1, 0x97,
        ]
        let noise: [UInt8] = (0..<200_000).map { index in
            index % 3 == 0 ? UInt8.random(in: 0...255, using: &generator) : likely.randomElement(using: &generator) ?? 0
        }
        var one = KeyDecoder()
        var other = KeyDecoder()
        let whole = one.feed(noise)
        var parts: [TerminalEvent] = []
        var rest = noise[...]
        while !rest.isEmpty {
            let length = min(rest.count, Int.random(in: 1...7, using: &generator))
            parts += other.feed(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        #expect(whole == parts)
        let ends = (one.flush(), other.flush())
        #expect(ends.0 == ends.1)
    }
}

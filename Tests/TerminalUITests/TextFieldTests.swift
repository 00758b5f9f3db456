import TerminalUI
import Testing
import Wording

@Suite struct TextFieldTests {
    private func press(_ keys: String, in field: inout TextField) {
        for name in keys.split(separator: " ") {
            guard let press = KeyPress(String(name)) else {
                Issue.record("There is no key \(name).")
                return
            }
            let isHandled = field.handle(press)
            #expect(isHandled, "\(name)")
        }
    }

    @Test(
        "Keys edit the text",
        arguments: [
            ("a b c", "", "abc", 3), ("left left x", "ab", "xab", 1), ("home delete", "abc", "bc", 0),
            ("end backspace", "abc", "ab", 2), ("ctrl+w", "one two", "one ", 4), ("ctrl+w ctrl+w", "one two ", "", 0),
            ("ctrl+u", "abc", "", 0), ("ctrl+u ctrl+y", "abc", "abc", 3), ("ctrl+left x", "one two", "one xtwo", 5),
            ("home ctrl+right x", "one two", "onex two", 4), ("left ctrl+k", "abc", "ab", 2),
            ("home left backspace", "a", "a", 0),
            ("home ctrl+e right delete", "a", "a", 1), ("ї space ґ", "", "ї ґ", 3),
        ])
    func edits(keys: String, text: String, result: String, cursor: Int) {
        var field = TextField(text)
        press(keys, in: &field)
        #expect(field.text == result)
        #expect(field.cursor == cursor)
    }

    @Test(
        "Keys that are no matter of a field's are left to others",
        arguments: ["enter", "tab", "f6", "ctrl+p", "alt+x", "up", "ctrl+a"])
    func leaves(key: String) throws {
        var field = TextField("text")
        let isHandled = field.handle(try #require(KeyPress(key)))
        #expect(!isHandled)
        #expect(field.text == "text")
    }

    @Test("A combining mark that is typed joins the letter before it")
    func joinsMarks() {
        var field = TextField("i")
        let isHandled = field.handle(KeyPress(.character("\u{308}")))
        #expect(isHandled)
        #expect(field.text == "i\u{308}")
        #expect(field.cursor == 1)
        press("backspace", in: &field)
        #expect(field.text.isEmpty)
    }

    @Test("Pasted lines become one, without controls, and stop at the maximum")
    func pastes() {
        var field = TextField("", maximumLength: 9)
        field.insert("one\r\ntwo\u{1B}\tand more")
        #expect(field.text == "one two a")
        field.insert("x")
        #expect(field.text == "one two a")
        #expect(field.cursor == 9)
    }

    @Test("What is inserted into a full field's middle takes no room from what follows")
    func keepsTail() {
        var field = TextField("abcd", maximumLength: 5)
        press("home", in: &field)
        field.insert("xyz")
        #expect(field.text == "xabcd")
        #expect(field.cursor == 1)
    }

    @Test("A long text scrolls so that the cursor stays in sight, also over wide signs")
    func scrolls() {
        var canvas = Canvas(size: Size(width: 8, height: 1))
        var field = TextField("abcdefghij")
        #expect(field.draw(on: &canvas, x: 0, y: 0, width: 6, isFocused: true) == Point(x: 5, y: 0))
        #expect(canvas.text == ["…ghij"])
        press("home", in: &field)
        #expect(field.draw(on: &canvas, x: 0, y: 0, width: 6, isFocused: true) == Point(x: 0, y: 0))
        #expect(canvas.text == ["abcde…"])
        field = TextField("漢字漢字漢字")
        #expect(field.draw(on: &canvas, x: 0, y: 0, width: 6, isFocused: true) == Point(x: 4, y: 0))
        #expect(canvas.cursor == Point(x: 4, y: 0))
    }

    @Test("An empty field shows its placeholder, a secret one stars, and none breaks in no room")
    func draws() {
        var canvas = Canvas(size: Size(width: 10, height: 1))
        TextField(placeholder: "name").draw(on: &canvas, x: 1, y: 0, width: 8, isFocused: false)
        #expect(canvas.text == [" name"])
        #expect(canvas.cursor == nil)
        TextField("пароль", isSecret: true).draw(on: &canvas, x: 0, y: 0, width: 8, isFocused: true)
        #expect(canvas.text == ["******"])
        for width in 0...2 { TextField("漢字").draw(on: &canvas, x: 0, y: 0, width: width, isFocused: true) }
    }

    @Test("Random keys never move the cursor out of the text")
    func survivesNoise() {
        var generator = SystemRandomNumberGenerator()
        let keys =
            "a ї 漢 left right home end backspace delete ctrl+w ctrl+u ctrl+y ctrl+k ctrl+left ctrl+right"
            .split(separator: " ").compactMap { KeyPress(String($0)) } + [KeyPress(.character("\u{308}"))]
        var field = TextField("", maximumLength: 12)
        for _ in 0..<20_000 {
            guard let key = keys.randomElement(using: &generator) else { return }
            let isHandled = field.handle(key)
            #expect(isHandled)
            #expect(field.cursor >= 0 && field.cursor <= field.text.count && field.text.count <= 12)
        }
    }
}

import TerminalUI
import Testing
import Wording

@Suite struct CommandTableTests {
    enum ID { case new, find, quit }

    private let table = CommandTable<ID>([
        Command(.new, "Take a new order", keys: "f6 n", hint: "New", group: "Orders"),
        Command(.find, "Find", keys: "/ ctrl+f"),
        Command(.quit, "Leave", keys: "q f3", hint: "Back"),
    ])

    @Test("A press finds its command, on a Cyrillic layout by the same physical key")
    func finds() throws {
        #expect(table.id(for: try #require(KeyPress("f6"))) == .new)
        #expect(table.id(for: try #require(KeyPress("т"))) == .new)
        #expect(table.id(for: try #require(KeyPress("ctrl+а"))) == .find)
        #expect(table.id(for: try #require(KeyPress("x"))) == nil)
        #expect(table.command(.quit)?.title == "Leave")
    }

    @Test("The footer names the first key of commands with a hint, in their order")
    func hints() {
        #expect(table.hints.map { "\($0.key) \($0.hint)" } == ["F6 New", "q Back"])
        #expect(table.conflicts.isEmpty)
    }

    @Test("A key claimed twice belongs to the first command and is reported")
    func reportsConflicts() throws {
        let table = CommandTable<ID>([Command(.new, "New", keys: "n n"), Command(.find, "Next", keys: "n")])
        #expect(table.conflicts == ["The key n is claimed by \"New\" and \"Next\"."])
        #expect(table.id(for: try #require(KeyPress("n"))) == .new)
    }
}

import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct KeymapTests {
    private func press(_ name: String) throws -> KeyPress { try #require(KeyPress(name)) }

    @Test("A file gives actions other keys, several or none, and the rest stays as the preset has it")
    func file() throws {
        let file = KeyFile(
            text: """
                preset = "vim"
                [list]
                filter = ["ctrl+t", "f4"]
                refresh = []
                [home]
                demo = "D"
                """, path: "keys.toml")
        #expect(file.preset == "vim")
        let keymap = Keymap(.vim, changedBy: file)
        #expect(keymap.warnings.isEmpty)
        #expect(keymap.action(for: try press("ctrl+t"), in: [.list]) == .search)
        #expect(keymap.action(for: try press("/"), in: [.list]) == nil)
        #expect(keymap.action(for: try press("f5"), in: [.list]) == nil)
        #expect(keymap.action(for: try press("D"), in: [.home]) == .seedDemo)
        #expect(keymap.action(for: try press("ctrl+d"), in: [.moving]) == .pageDown)
    }

    @Test("What can't be used is told with its place, and everything else holds")
    func faults() throws {
        let file = KeyFile(
            text: """
                [list]
                filter = "ctrl+nothing"
                refersh = "f5"
                sort = 5
                reverse = "t"
                [moving]
                down = "t"
                up = "t"
                """, path: "keys.toml")
        let keymap = Keymap(.classic, changedBy: file)
        let warnings = keymap.warnings.map(\.english)
        #expect(warnings.contains("keys.toml:2:1: list.filter: there is no key ctrl+nothing."))
        #expect(warnings.contains("keys.toml:4:1: list.sort: a binding is a press in quotes, or a list of them."))
        #expect(warnings.contains("keys.toml:3: there is no action list.refersh; docs/KEYS.md has the list."))
        #expect(warnings.contains { $0.contains("The key t is claimed by") })
        #expect(keymap.action(for: try press("f4"), in: [.list]) == .search)
        #expect(keymap.action(for: try press("t"), in: [.list, .moving]) == .reverse)
    }

    @Test("A file that is no TOML is told with line and column, and the preset holds")
    func broken() throws {
        let file = KeyFile(text: "[list\nopen = 1", path: "keys.toml")
        #expect(file.faults.count == 1)
        #expect(file.faults.first?.english.hasPrefix("keys.toml:1:") == true)
        #expect(Keymap(.classic, changedBy: file).action(for: try press("f4"), in: [.list]) == .search)
    }

    @Test(
        "A letter of a Ukrainian or Russian layout does what its key does in Latin",
        arguments: [
            ("т", "n"), ("ы", "s"), ("і", "s"), ("к", "r"), ("О", "J"),
        ])
    func layouts(_ typed: String, _ latin: String) throws {
        let scopes: [Scope] = [.users, .list, .moving, .screen, .everywhere]
        let action = Keymap.classic.action(for: try press(latin), in: scopes)
        #expect(Keymap.classic.action(for: try press(typed), in: scopes) == action)
    }

    @Test("The first scope that knows a press decides, and help does not show what others would do with it")
    func shadowing() throws {
        let scopes: [Scope] = [.users, .list, .moving, .screen, .everywhere]
        let commands = Keymap.classic.commands(in: scopes)
        for command in commands {
            for key in command.keys { #expect(Keymap.classic.action(for: key, in: scopes) == command.id) }
        }
        let presses = commands.flatMap(\.keys)
        #expect(Set(presses).count == presses.count)
    }
}

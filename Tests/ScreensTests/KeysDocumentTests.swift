import Foundation
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct KeysDocumentTests {
    private var root: URL { URL(filePath: #filePath).appending(path: "../../..").standardized }

    @Test("docs/KEYS.md is what the registry prints")
    func markdown() throws {
        let text = try String(contentsOf: root.appending(path: "docs/KEYS.md"), encoding: .utf8)
        #expect(text == KeysDocument.markdown + "\n", "oblik keys --markdown > docs/KEYS.md")
    }

    @Test("config/keys.toml is what the registry prints, and says nothing as long as all of it is commented out")
    func file() throws {
        let text = try String(contentsOf: root.appending(path: "config/keys.toml"), encoding: .utf8)
        #expect(text == KeysDocument.file + "\n", "oblik keys --toml > config/keys.toml")
        #expect(KeyFile(text: text, path: "keys.toml").isEmpty)
    }

    @Test("With every line of it uncommented, config/keys.toml is the classic keymap")
    func uncommented() {
        let lines = KeysDocument.file.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.dropFirst(3).map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
        let keymap = Keymap(.classic, changedBy: KeyFile(text: text, path: "keys.toml"))
        #expect(keymap.warnings.isEmpty)
        for scope in Scope.allCases {
            #expect(keymap.table(scope).commands.map(\.keys) == Keymap.classic.table(scope).commands.map(\.keys))
        }
    }

    @Test("Everything that the help of any screen shows stands in docs/KEYS.md with the same words and keys")
    func help() {
        let document = KeysDocument.markdown
        for (name, screen) in CommandTests.screens {
            for command in Keymap.classic.commands(in: screen.scopes + [.everywhere]) {
                let rows = document.split(separator: "\n").filter { $0.contains("| \(command.title.english) |") }
                let isShown = rows.contains { row in
                    command.keys.allSatisfy { row.contains("`\($0.label == "|" ? "\\|" : $0.label)`") }
                }
                #expect(isShown, "\(name): \(command.title)")
            }
        }
    }
}

import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct HelpTests {
    private func help(_ stage: Stage) throws -> CommandOverlay {
        guard case .commands(let help)? = stage.model.overlay else {
            Issue.record("Help is not open.")
            throw CancellationError()
        }
        return help
    }

    @Test(
        "Help knows every action of the registry on every screen, with the keys that do it",
        arguments: Keymap.Preset.allCases)
    func isComplete(_ preset: Keymap.Preset) throws {
        let keymap = Keymap(preset)
        for keys in ["", "2", "3", "4", "1", "3 enter", "4 enter", "2 enter", "3 f6"] {
            var stage = Stage(keymap: keymap)
            stage.does(keys)
            let here = stage.model.helpEntries
            let elsewhere = stage.model.helpElsewhere
            for scope in Scope.allCases {
                let isHere = stage.model.scopes.contains(scope)
                for command in keymap.table(scope).commands {
                    let entry = (isHere ? here : elsewhere).first {
                        $0.action == command.id && (isHere || $0.group == command.group)
                    }
                    let found = try #require(entry, "\(scope) \(command.title) on \(stage.path)")
                    #expect(found.isHere == isHere)
                    if !isHere { #expect(found.presses == command.keys) }
                }
            }
            // What help says of a key here is what the key does here.
            for entry in here {
                for press in entry.presses {
                    #expect(keymap.action(for: press, in: stage.model.scopes) == entry.action)
                }
            }
        }
    }

    @Test("Tab or F1, and then a key, tells what the key does here and elsewhere, whichever key it is")
    func byKey() throws {
        var stage = Stage()
        stage.does("2 f1 f1")
        #expect(stage.isShown("Press a key, and see what it does."))
        stage.press("escape")
        #expect(try help(stage).field.text == "Esc")
        #expect(stage.isShown("Take the last step back: field, filter"))
        stage.press("tab f6")
        let shown = try help(stage).shown
        #expect(shown.first?.action == .create)
        #expect(shown.allSatisfy { $0.presses.contains { $0.label == "F6" } })
        #expect(shown.contains { $0.action == .entry(.newCustomer) && !$0.isHere })
        stage.press("tab")
        stage.type("з")
        #expect(try help(stage).shown.first?.action == .markPaid)
        stage.press("tab alt+q")
        #expect(stage.isShown("Alt-q does nothing."))
        stage.does("ctrl+u")
        #expect(try help(stage).shown.count > 20)
        stage.does("escape")
        #expect(stage.model.overlay == nil)
    }

    @Test("What can't be done says why in help, and what belongs to another screen is not done from here")
    func refusals() throws {
        var stage = Stage()
        stage.does("2")
        stage.does("down down f1")
        stage.type("as paid")
        #expect(stage.isShown("Order 104200 is cancelled; it can't become paid."))
        stage.does("ctrl+u")
        stage.type("keep the rest")
        #expect(stage.isShown("not on this screen"))
        stage.does("enter")
        #expect(stage.message.contains("not on this screen"))
        #expect(stage.path == ["Home", "Orders"])
    }
}

import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// Presses every key of every action, in every preset, where its scope holds, and looks whether anything came of it:
/// the action's own effect, or the reason why it can't be done.
///
/// A new scope needs a row in `EveryKeyPlaces`; an action that does nothing where its scope begins needs one as well.
@Suite struct EveryKeyTests {
    @Test("Every key of every action does something, or says why not", arguments: Keymap.Preset.allCases)
    func keys(_ preset: Keymap.Preset) throws {
        let keymap = Keymap(preset)
        for entry in ActionRegistry.entries {
            for press in keymap.table(entry.scope).command(entry.action)?.keys ?? [] {
                let stage = try EveryKeyPlaces.stage(for: entry, keymap)
                let name = "\(preset) \(entry.fullName) \(press.label) on \(stage.path)"
                #expect(keymap.action(for: press, in: stage.model.scopes) == entry.action, "\(name): is another's")
                #expect(Self.isSeen(stage) { $0.effects += $0.model.handle(.key(press)) }, "\(name): nothing")
            }
        }
    }

    @Test("Every action without a key does something when its word is called")
    func words() throws {
        for entry in ActionRegistry.entries {
            guard let word = entry.word else { continue }
            var stage = Stage()
            stage.does("2")
            stage.does(":")
            stage.type(word.word)
            stage.settle()
            #expect(Self.isSeen(stage) { $0.press("enter") }, "\(word.word)")
        }
        let called = Set(ActionRegistry.words.keys)
        for preset in Keymap.Preset.allCases {
            for entry in ActionRegistry.entries {
                let hasKey = entry.command(preset).keys.isEmpty == false
                #expect(hasKey || called.contains(entry.action), "\(entry.fullName)")
            }
        }
    }

    @Test("Every letter does the same on a Ukrainian and on a Russian layout", arguments: Keymap.Preset.allCases)
    func layouts(_ preset: Keymap.Preset) throws {
        let keymap = Keymap(preset)
        let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.".unicodeScalars)
        let layouts = ["йцукенгшщзхїфівапролджєячсмитьбю", "йцукенгшщзхъфывапролджэячсмитьбю"]
        for entry in ActionRegistry.entries {
            let scopes = try EveryKeyPlaces.stage(for: entry, keymap).model.scopes
            for press in keymap.table(entry.scope).command(entry.action)?.keys ?? [] {
                guard case .character(let scalar) = press.key else { continue }
                let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
                guard let index = latin.firstIndex(of: small), scalar.properties.isAlphabetic else { continue }
                for layout in layouts {
                    let typed = Array(layout.unicodeScalars)[index]
                    let modifiers = small == scalar ? press.modifiers : press.modifiers.union(.shift)
                    let cyrillic = KeyPress(.character(typed), modifiers)
                    #expect(cyrillic != press)
                    #expect(
                        keymap.action(for: cyrillic, in: scopes) == keymap.action(for: press, in: scopes),
                        "\(entry.fullName): \(cyrillic.label) is not \(press.label)")
                }
            }
        }
    }

    @Test("The table of places has every scope, and names only what there is")
    func isComplete() {
        #expect(Set(EveryKeyPlaces.places.keys) == Set(Scope.allCases))
        let names = Set(ActionRegistry.entries.map(\.fullName))
        #expect(EveryKeyPlaces.preparations.keys.allSatisfy { names.contains($0) })
    }

    /// Whether something can be seen of what is done: on the picture, at its cursor, or as work to be done outside.
    private static func isSeen(_ stage: Stage, _ body: (inout Stage) -> Void) -> Bool {
        var after = stage
        after.effects = []
        body(&after)
        let (one, other) = (stage.canvas, after.canvas)
        return one.cells != other.cells || one.cursor != other.cursor || !after.effects.isEmpty
            || after.model.isFinished != stage.model.isFinished
    }
}

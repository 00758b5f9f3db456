import TerminalUI
import Testing

@testable import Screens

@Suite struct CommandTests {
    /// Every screen that there is, by name.
    static let screens: [(name: String, screen: any Screen)] = [
        ("home", HomeScreen(AppOptions(size: .zero))),
        ("users", UsersScreens.list(Format())), ("products", ProductsScreens.list(Format())),
        ("orders", OrdersScreens.list(Format())), ("user", UsersScreens.detail(Fixture.user(), Format())),
        ("product", ProductsScreens.detail(Fixture.product(), Format())),
        ("order", OrdersScreens.detail(Fixture.order(), Format())), ("user form", UsersScreens.form(nil)),
        ("product form", ProductsScreens.form(Fixture.product(), Format())),
        ("stock form", FormScreen(StockForm(product: Fixture.product(), format: Format()))),
        ("order entry", EntryScreen(AppOptions(size: .zero), customer: nil)),
        ("login", LoginScreen(database: "shop")),
    ]

    @Test("In no preset does a key have two meanings in one scope", arguments: Keymap.Preset.allCases)
    func conflicts(_ preset: Keymap.Preset) {
        let keymap = Keymap(preset)
        for scope in Scope.allCases { #expect(keymap.table(scope).conflicts.isEmpty) }
        #expect(keymap.warnings.isEmpty)
    }

    @Test("Every action has a key of its own on each screen, in every preset", arguments: Keymap.Preset.allCases)
    func keys(_ preset: Keymap.Preset) {
        let keymap = Keymap(preset)
        for (name, screen) in Self.screens {
            for command in keymap.commands(in: screen.scopes + [.everywhere]) {
                // While text is typed, the program's letters are text, and its keys that are none hold.
                // What has no key is called by its word in the palette.
                let hasWord = ActionRegistry.words[command.id] != nil
                #expect(!command.keys.isEmpty || hasWord, "\(name): \(command.title)")
            }
        }
    }

    @Test("Nothing is reachable only by keys that terminals keep for themselves", arguments: Keymap.Preset.allCases)
    func reachable(_ preset: Keymap.Preset) {
        // F1, F10 and F11 are the terminal's, ^A and ^B the prefixes of screen and tmux, Alt with a digit its tabs.
        let names = ["escape", "f1", "f10", "f11", "ctrl+a", "ctrl+b"] + (0...9).map { "alt+\($0)" }
        let kept = Set(names.compactMap { KeyPress($0) })
        for scope in Scope.allCases {
            for command in Keymap(preset).table(scope).commands {
                let isCalled = command.keys.isEmpty && ActionRegistry.words[command.id] != nil
                #expect(isCalled || command.keys.contains { !kept.contains($0) }, "\(scope): \(command.title)")
            }
        }
    }

    @Test("A footer has at most seven hints", arguments: screens.map(\.name))
    func footer(_ name: String) throws {
        let screen = try #require(Self.screens.first { $0.name == name }).screen
        var model = AppModel(AppOptions(size: Size(width: 80, height: 24)))
        model.layers.append(AppModel.Layer(id: 1, screen: screen))
        #expect((1...5).contains(model.footerHints.count))
        #expect(Keymap.classic.table(.everywhere).hints.prefix(2).count == 2)
    }

    @Test("The help holds every command of the screen once")
    func help() {
        var stage = Stage()
        stage.does("3")
        let entries = stage.model.helpEntries
        #expect(Set(entries.map(\.action)).count == entries.count)
        let known = Keymap.classic.table(.users).commands + Keymap.classic.table(.list).commands
        #expect(known.allSatisfy { command in entries.contains { $0.action == command.id } })
    }

    @Test("Every command of order entry is in the registry")
    func entryCommands() {
        let listed = ActionRegistry.entries.compactMap { entry in
            if case .entry(let command) = entry.action { command } else { nil }
        }
        #expect(Set(listed) == Set(OrderEntryCommand.allCases))
    }

    @Test("Names are unique within their scope and can stand in a file")
    func names() {
        let names = ActionRegistry.entries.map(\.fullName)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { name in name.allSatisfy { $0.isLowercase || $0 == "." || $0 == "-" } })
    }
}

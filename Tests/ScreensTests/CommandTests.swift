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
        ("order entry", EntryScreen(Format(), customer: nil)),
    ]

    @Test("Every command has a key, and no key of a screen has two commands", arguments: screens.map(\.name))
    func keys(_ name: String) throws {
        let screen = try #require(Self.screens.first { $0.name == name }).screen
        let commands = screen.commands.commands + GlobalCommands.table.commands
        for command in commands { #expect(!command.keys.isEmpty, "\(command.title)") }
        #expect(screen.commands.conflicts.isEmpty)
        // Order entry takes every key itself; elsewhere the program's keys must be free.
        if name != "order entry" { #expect(CommandTable(commands).conflicts.isEmpty) }
    }

    @Test("No command is reachable only by keys that terminals keep for themselves", arguments: screens.map(\.name))
    func reachable(_ name: String) throws {
        let screen = try #require(Self.screens.first { $0.name == name }).screen
        let kept = Set(["escape", "f1", "f10", "f11", "ctrl+a", "ctrl+b", "ctrl+s"].compactMap { KeyPress($0) })
        // Enter saves and places as well, on the last field and on an empty line.
        let exceptions: [Action] = [.save, .entry(.place)]
        for command in screen.commands.commands + GlobalCommands.table.commands where !exceptions.contains(command.id) {
            #expect(command.keys.contains { !kept.contains($0) }, "\(command.title)")
        }
        #expect(FormCommands.table.command(.accept)?.keys == [KeyPress(.enter)])
    }

    @Test("A footer has at most seven hints", arguments: screens.map(\.name))
    func footer(_ name: String) throws {
        let screen = try #require(Self.screens.first { $0.name == name }).screen
        #expect(screen.hints.prefix(5).count + GlobalCommands.table.hints.prefix(2).count <= 7)
        #expect(!screen.hints.isEmpty)
    }

    @Test("The help holds every command of the screen once")
    func help() {
        var stage = Stage()
        stage.does("3")
        let entries = stage.model.helpEntries
        #expect(Set(entries.map(\.action)).count == entries.count)
        #expect(UserRows.commands.commands.allSatisfy { command in entries.contains { $0.action == command.id } })
    }
}

import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// Where the keys of each scope are pressed, and what has to be done before some of them do anything.
enum EveryKeyPlaces {
    /// The keys that lead to a scope from Home, the same in all presets.
    static let places: [Scope: [String]] = [
        .everywhere: ["2"], .screen: ["2"], .moving: ["2"], .list: ["2"], .record: ["2", "enter"], .home: [],
        .users: ["3"], .products: ["4"], .orders: ["2"], .ledger: ["5"], .audit: ["6"],
        .user: ["3", "enter"], .product: ["4", "enter"], .order: ["2", "enter"], .receipt: ["2", "t"],
        .form: ["3", "f6"], .entry: ["1"], .entryLine: ["1"], .drafts: ["1"],
        .login: [], .requests: ["7"],
    ]

    /// What is pressed before an action, by its full name.
    static let preparations: [String: [String]] = [
        "moving.up": ["down"], "moving.page-up": ["end"], "moving.first": ["end"],
        "list.mark-up": ["down"], "home.up": ["down"], "home.cancel": ["i"],
    ]

    static func stage(for entry: ActionEntry, _ keymap: Keymap) throws -> Stage {
        var stage = Stage(keymap: keymap)
        for keys in try #require(places[entry.scope], "There is no place for \(entry.scope).") { stage.does(keys) }
        if entry.scope == .login { stage.send(.loginNeeded) }
        if [.entryLine, .drafts].contains(entry.scope) { try addLine(&stage) }
        // Another order beside that one, and then the list of both.
        if entry.scope == .drafts { stage.does("shift+f6 shift+f4") }
        for keys in preparations[entry.fullName] ?? [] { stage.does(keys) }
        stage.settle()
        #expect(stage.model.scopes.contains(entry.scope), "\(stage.path) is not in \(entry.scope)")
        return stage
    }

    /// An order with a line that has the focus, and with a change of it that can be taken back.
    private static func addLine(_ stage: inout Stage) throws {
        let screen = try #require(stage.model.layers.last?.id)
        stage.send(.entry(.customerCreated(Fixture.user(1, name: "Ada Lovelace")), screen: screen))
        stage.type("2*A-100")
        stage.press("enter")
        let ticket = stage.effects.compactMap { effect in
            if case .entry(.find(let ticket, _), _) = effect { ticket } else { nil }
        }.last
        let found = Fixture.product(1, sku: "A-100", stock: 12)
        stage.send(.entry(.found(ticket: try #require(ticket), .success(found)), screen: screen))
        stage.press("up")
    }
}

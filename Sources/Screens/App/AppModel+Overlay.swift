import TerminalUI
import Wording

extension AppModel {
    mutating func handleOverlay(_ press: KeyPress) -> [Effect] {
        guard let outcome = overlay?.handle(press) else { return [] }
        switch outcome {
        case .stays: return []
        case .closes:
            overlay = nil
            return []
        case .runs(let action):
            overlay = nil
            return perform(action)
        }
    }

    /// The commands of the screen that is shown, and then those of every screen.
    var helpEntries: [CommandEntry] {
        options.keymap.commands(in: scopes).map { CommandEntry($0, refusal: top.refusal(of: $0.id)) }
    }

    /// Where one letter leads.
    static let places: [Command<Action>] = [
        Command(.users, "Users", keys: "u"), Command(.products, "Products", keys: "p"),
        Command(.orders, "Orders", keys: "o"), Command(.ledger, "Stock moves", keys: "m"),
        Command(.audit, "Audit log", keys: "a"), Command(.newOrder, "New order", keys: "n"),
        Command(.home, "Home", keys: "h"),
    ]

    /// Everything that can be done from here, places and themes included.
    var paletteEntries: [CommandEntry] {
        let known = helpEntries
        let extra = [
            CommandEntry(.orders, "Orders", keys: "g o", group: "Go to"),
            CommandEntry(.users, "Users", keys: "g u", group: "Go to"),
            CommandEntry(.products, "Products", keys: "g p", group: "Go to"),
            CommandEntry(.ledger, "Stock moves", keys: "g m", group: "Go to"),
            CommandEntry(.audit, "Audit log", keys: "g a", group: "Go to"),
            CommandEntry(.home, "Home", keys: "g h", group: "Go to"),
        ]
        let themes = themes.names.map { CommandEntry(.theme($0), "Theme: \($0)", group: "Looks") }
        let quit = [CommandEntry(.quit, "Quit Oblik", keys: "^C ^C", group: Scope.everywhere.title)]
        let places = extra.filter { entry in !known.contains { $0.action == entry.action } }
        return known + places + themes + quit.filter { entry in !known.contains { $0.action == entry.action } }
    }
}

import TerminalUI
import Wording

/// The commands of every screen, and those that several screens share.
enum GlobalCommands {
    static let group: Phrase = "Everywhere"

    /// What can be done wherever one is.
    ///
    /// The first two stand in every footer.
    static let table = CommandTable<Action>([
        Command(.help, "Show the keys of this screen", keys: "f1 ?", hint: "Help", group: group),
        Command(.palette, "Search all commands", keys: "ctrl+p :", hint: "All", group: group),
        Command(.newOrder, "Take a new order", keys: "ctrl+n o", group: group),
        Command(.goTo, "Go to: u users, p products, o orders, n new order, h home", keys: "g ctrl+o", group: group),
        Command(.home, "Go to Home", keys: "H shift+f3", group: group),
        Command(.interrupt, "Cancel what is running; twice: end the program", keys: "ctrl+c", group: group),
        Command(.suspend, "Suspend the program", keys: "ctrl+z", group: group),
        Command(.redraw, "Draw the screen anew", keys: "ctrl+l", group: group),
    ])

    /// The presses that mean the same even while text is typed.
    static func isAlways(_ press: KeyPress) -> Bool {
        press.character == nil
            && [.help, .palette, .goTo, .home, .interrupt, .suspend, .redraw].contains(table.id(for: press))
    }

    static let places: [Command<Action>] = [
        Command(.users, "Users", keys: "u"),
        Command(.products, "Products", keys: "p"),
        Command(.orders, "Orders", keys: "o"),
        Command(.newOrder, "New order", keys: "n"),
        Command(.home, "Home", keys: "h"),
    ]

    /// Leaving a screen; every screen but Home has these.
    static let leaving: [Command<Action>] = [
        Command(.back, "Leave the screen", keys: "f3 q", hint: "Back", group: "Screen"),
        Command(.cancel, "Take the last step back: field, filter, screen", keys: "f12 escape ctrl+g", group: "Screen"),
    ]

    /// Moving through a list.
    static let moving: [Command<Action>] = [
        Command(.down, "Next row", keys: "down j", group: "Move"),
        Command(.up, "Row before", keys: "up k", group: "Move"),
        Command(.pageDown, "Next page", keys: "pagedown", group: "Move"),
        Command(.pageUp, "Page before", keys: "pageup", group: "Move"),
        Command(.first, "First of all", keys: "home", group: "Move"),
        Command(.last, "Last of all", keys: "end G", group: "Move"),
    ]

    /// Searching and sorting a list; `searched` says what a search looks through.
    static func searching(_ searched: Phrase) -> [Command<Action>] {
        [
            Command(.search, "Search by \(searched)", keys: "f4 / ctrl+f", hint: "Search", group: "List"),
            Command(.narrow, "Next view of the list", keys: "v", group: "List"),
        ] + sorting
    }

    static let sorting: [Command<Action>] = [
        Command(.refresh, "Read the rows anew", keys: "f5 r", group: "List"),
        Command(.sort, "Sort by the next column", keys: "s", group: "List"),
        Command(.reverse, "Turn the sort round", keys: "S", group: "List"),
    ]

    /// From record to record.
    static let turning: [Command<Action>] = [
        Command(.nextRecord, "Next record", keys: "f8 ]", group: "Move"),
        Command(.previousRecord, "Record before", keys: "f7 [", group: "Move"),
    ]
}

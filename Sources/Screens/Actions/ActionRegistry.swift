import Wording

/// Everything that can be done by a key, in one table.
enum ActionRegistry {
    static let entries: [ActionEntry] =
        everywhere + called + screen + home + moving + list + record + users + products + orders + logs + details + form
        + entry + entryLine + drafts + login

    /// The words of the palette by the actions that they call.
    static let words: [Action: CommandWord] = entries.reduce(into: [:]) { words, entry in
        words[entry.action] = words[entry.action] ?? entry.word
    }

    /// What can be done wherever one is; the first two stand in every footer.
    static let everywhere: [ActionEntry] = [
        ActionEntry(
            .everywhere, .help, "help", "Show the keys of this screen", keys: "f1 ?", hint: "Help",
            word: CommandWord("help", .key)),
        ActionEntry(.everywhere, .palette, "palette", "Search all commands", keys: "ctrl+p :", hint: "All"),
        ActionEntry(
            .everywhere, .newOrder, "new-order", "Take a new order", keys: "ctrl+n o", modern: "ctrl+n alt+n",
            word: CommandWord("new", .newCustomer)),
        ActionEntry(
            .everywhere, .goTo, "go-to",
            "Go to: u users, p products, o orders, m stock moves, a audit log, r request log, n new order, h home",
            keys: "g ctrl+o"),
        ActionEntry(.everywhere, .home, "home", "Go to Home", keys: "H shift+f3"),
        ActionEntry(
            .everywhere, .interrupt, "interrupt", "Cancel what is running; twice: end the program", keys: "ctrl+c"),
        ActionEntry(.everywhere, .suspend, "suspend", "Suspend the program", keys: "ctrl+z"),
        ActionEntry(.everywhere, .redraw, "redraw", "Draw the screen anew", keys: "ctrl+l"),
        ActionEntry(
            .everywhere, .messages, "messages", "Show what was said, the latest first", keys: "ctrl+t",
            word: CommandWord("messages")),
        ActionEntry(
            .everywhere, .undo, "undo", "Take back what was just done", keys: "u alt+z", word: CommandWord("undo")),
    ]

    /// What the palette calls by a word; the key file can give each of them a key as well.
    static let called: [ActionEntry] = [
        ActionEntry(.everywhere, .orders, "orders", "Orders", keys: "", word: CommandWord("orders", .filter)),
        ActionEntry(.everywhere, .users, "users", "Users", keys: "", word: CommandWord("users", .filter)),
        ActionEntry(.everywhere, .products, "products", "Products", keys: "", word: CommandWord("products", .filter)),
        ActionEntry(.everywhere, .ledger, "stock-moves", "Stock moves", keys: "", word: CommandWord("moves", .filter)),
        ActionEntry(.everywhere, .audit, "audit-log", "Audit log", keys: "", word: CommandWord("log", .filter)),
        ActionEntry(.everywhere, .requests, "request-log", "Request log", keys: "", word: CommandWord("requests")),
        ActionEntry(
            .everywhere, .findOrder, "order", "Open an order by its number", keys: "",
            word: CommandWord("order", .order)),
        ActionEntry(
            .everywhere, .findProduct, "product", "Open a product by its code", keys: "",
            word: CommandWord("product", .product)),
        ActionEntry(
            .everywhere, .findCustomer, "customer", "Open a customer by name or telephone", keys: "",
            word: CommandWord("customer", .customer)),
        ActionEntry(
            .everywhere, .chooseTheme, "theme", "Choose the colours", keys: "", word: CommandWord("theme", .theme)),
        ActionEntry(
            .everywhere, .openView, "view", "Open a list in a saved view", keys: "", word: CommandWord("view", .view)),
        ActionEntry(.everywhere, .quit, "quit", "Quit Oblik", keys: "", word: CommandWord("quit")),
    ]

    /// Leaving a screen; every screen but Home has these.
    static let screen: [ActionEntry] = [
        ActionEntry(.screen, .back, "back", "Leave the screen", keys: "f3 q", modern: "f3 q ctrl+w", hint: "Back"),
        ActionEntry(
            .screen, .cancel, "cancel", "Take the last step back: field, filter, screen", keys: "f12 escape ctrl+g"),
    ]

    static let home: [ActionEntry] = [
        ActionEntry(.home, .newOrder, "new-order", "Take a new order", keys: "1 f6 n ctrl+n o", hint: "New order"),
        ActionEntry(.home, .orders, "orders", "Orders", keys: "2"),
        ActionEntry(.home, .users, "users", "Users: customers and staff", keys: "3"),
        ActionEntry(.home, .products, "products", "Products and their stock", keys: "4"),
        ActionEntry(.home, .ledger, "stock-moves", "Stock moves: what came and went", keys: "5 m"),
        ActionEntry(.home, .audit, "audit-log", "Audit log: who changed what", keys: "6 a"),
        ActionEntry(.home, .requests, "request-log", "Request log: what is asked for over HTTP", keys: "7"),
        ActionEntry(.home, .open, "open", "Open what is selected", keys: "enter", vim: "enter l", hint: "Open"),
        ActionEntry(.home, .down, "down", "Next line", keys: "down j"),
        ActionEntry(.home, .up, "up", "Line before", keys: "up k"),
        ActionEntry(.home, .refresh, "refresh", "Read everything anew", keys: "f5 r", hint: "Refresh"),
        ActionEntry(.home, .seedDemo, "demo", "Fill the empty shop with a demo", keys: "d"),
        ActionEntry(.home, .explainImport, "import", "How to import data", keys: "i"),
        ActionEntry(.home, .cancel, "cancel", "Close what was opened here", keys: "f12 escape ctrl+g"),
        ActionEntry(.home, .quit, "quit", "End the program", keys: "f3 q", modern: "f3 q ctrl+q", hint: "Quit"),
    ]

    /// The keys of every form.
    static let form: [ActionEntry] = [
        ActionEntry(.form, .accept, "accept", "Next field; on the last one, save", keys: "enter", hint: "Next"),
        ActionEntry(.form, .save, "save", "Save", keys: "f10 ctrl+s", hint: "Save"),
        ActionEntry(.form, .nextField, "next", "Next field", keys: "tab down"),
        ActionEntry(.form, .previousField, "previous", "Field before", keys: "shift+tab up", hint: "Before"),
        ActionEntry(
            .form, .lookup, "lookup", "Open the list of what the field may hold", keys: "f4 alt+down", hint: "List"),
        ActionEntry(
            .form, .takeTheirs, "theirs", "Take what somebody else has made of the field", keys: "f7 alt+t",
            hint: "Theirs"),
        ActionEntry(
            .form, .keepMine, "mine", "Keep your own text of the field", keys: "f8 alt+m", hint: "Yours"),
    ]
}

import Services
import TerminalUI
import Wording

/// What lies over the screens: help, the places to go, the palette, what was said.
extension AppModel {
    /// The number under which the palette asks the services; no screen has it.
    static let paletteScreen = -1

    mutating func handleOverlay(_ press: KeyPress) -> [Effect] {
        switch overlay {
        case nil: return []
        case .commands(var commands):
            let outcome = commands.handle(press)
            overlay = .commands(commands)
            return finish(outcome)
        case .palette(var palette):
            let outcome = palette.handle(press)
            overlay = .palette(palette)
            return finish(outcome)
        case .messages(var messages):
            overlay = messages.handle(press) ? .messages(messages) : nil
            return []
        }
    }

    /// The commands of the screen that is shown, and then those of every screen.
    var helpEntries: [CommandEntry] {
        options.keymap.commands(in: scopes).map { command in
            var entry = CommandEntry(command, refusal: refusal(of: command.id))
            if entry.presses.isEmpty, let place = Self.places.first(where: { $0.id == command.id })?.keys.first,
                let goTo = options.keymap.command(.goTo, in: scopes)?.keys.first
            {
                entry.keys = "\(goTo.label) \(place.label)"
            }
            return entry
        }
    }

    /// The commands of all other screens, so that help knows every key.
    var helpElsewhere: [CommandEntry] {
        let here = scopes
        return Scope.allCases.filter { !here.contains($0) }.flatMap { scope in
            options.keymap.table(scope).commands.map { command in
                var entry = CommandEntry(command, refusal: "not on this screen")
                entry.isHere = false
                return entry
            }
        }
    }

    /// Where one letter leads.
    static let places: [Command<Action>] = [
        Command(.users, "Users", keys: "u"), Command(.products, "Products", keys: "p"),
        Command(.orders, "Orders", keys: "o"), Command(.ledger, "Stock moves", keys: "m"),
        Command(.audit, "Audit log", keys: "a"), Command(.requests, "Request log", keys: "r"),
        Command(.newOrder, "New order", keys: "n"),
        Command(.home, "Home", keys: "h"),
    ]

    mutating func openHelp(typed text: String = "") {
        let topic = text.isEmpty ? top.topic : nil
        overlay = .commands(
            .help(helpEntries + helpElsewhere, about: topic, options.format.language, typed: text))
    }

    /// Opens the palette, with the word of a command typed if it is opened for one.
    mutating func openPalette(for action: Action? = nil) {
        let context = PaletteContext(
            commands: helpEntries + themes.names.map { CommandEntry(.theme($0), "Theme: \($0)", group: "Looks") },
            format: options.format, themes: themes, history: paletteHistory, views: memory.views)
        let word = action.flatMap { ActionRegistry.words[$0] }
        overlay = .palette(PaletteOverlay(context, typed: word.map { "\($0.word) " } ?? ""))
    }

    /// Asks the services what the palette wants to know, and nothing else any more.
    mutating func followPalette() -> [Effect] {
        let wanted: Query? = if case .palette(let palette) = overlay { palette.query } else { nil }
        guard wanted != paletteAsked else { return [] }
        paletteAsked = wanted
        let place = Ticket.Place(screen: Self.paletteScreen, slot: .rows)
        guard let wanted else { return drop(place) }
        return send(wanted, place)
    }

    mutating func receiveForPalette(_ result: Result<Reply, ServiceError>) -> [Effect] {
        paletteAsked = nil
        guard case .palette(var palette) = overlay else { return [] }
        let wasWaiting = palette.isWaiting
        let outcome = palette.receive(result)
        overlay = .palette(palette)
        // What was typed behind an Enter that found nothing was meant for a screen that did not come.
        if wasWaiting, case .stays = outcome { typeAhead = [] }
        return finish(outcome)
    }

    private mutating func finish(_ outcome: CommandOverlay.Outcome) -> [Effect] {
        switch outcome {
        case .stays: return []
        case .refuses(let reason): return say(.info(reason))
        case .closes:
            overlay = nil
            return []
        case .runs(let action):
            overlay = nil
            return perform(action)
        }
    }

    private mutating func finish(_ outcome: PaletteOverlay.Outcome) -> [Effect] {
        switch outcome {
        case .stays: return []
        case .closes:
            overlay = nil
            return []
        case .does(let choice, let line):
            overlay = nil
            remember(line)
            return perform(choice)
        }
    }

    private mutating func perform(_ choice: PaletteChoice) -> [Effect] {
        switch choice {
        case .action(let action): return perform(action)
        case .types: return []
        case .list(let screen): return go([.goHome, .open(screen)])
        case .opens(let screen): return apply([.open(screen)], from: topID)
        case .newOrder(let user): return apply([.enterOrder(user)], from: topID)
        case .help(let text):
            openHelp(typed: text)
            return []
        }
    }

    /// Keeps a line for this run; one that is there already becomes the latest.
    private mutating func remember(_ line: String) {
        paletteHistory.removeAll { $0 == line }
        paletteHistory.append(line)
        if paletteHistory.count > PaletteOverlay.maximumHistory { paletteHistory.removeFirst() }
    }
}

import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// The program's model with somebody at the keyboard: presses keys, answers queries, looks at the screen.
struct Stage {
    var model: AppModel
    var shop: Shop
    /// Effects not dealt with so far.
    var effects: [Effect] = []

    init(
        _ shop: Shop = .small, width: Int = 80, height: Int = 24, isReady: Bool = true, language: Language = .english,
        keymap: Keymap = .classic
    ) {
        self.shop = shop
        let size = Size(width: width, height: height)
        model = AppModel(
            AppOptions(
                size: size, format: Format(language: language), themes: ["dark", "light", "mono"],
                keymap: keymap))
        effects = model.start()
        guard isReady else { return }
        send(.environment(name: "local", operatorName: "olena"))
        send(.databaseState(.ready("embedded")))
        send(.httpState(.listening("127.0.0.1:4000")))
        settle()
    }

    /// Presses keys, `"f6 ctrl+p enter"`, without answering what they ask for.
    mutating func press(_ keys: String) {
        for name in keys.split(separator: " ") {
            guard let press = KeyPress(String(name)) else {
                Issue.record("There is no key \(name).")
                return
            }
            effects += model.handle(.key(press))
        }
    }

    mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { effects += model.handle(.key(KeyPress(.character(scalar)))) }
    }

    mutating func send(_ message: Message) { effects += model.update(message) }

    /// Presses keys and answers all that they ask for.
    mutating func does(_ keys: String) {
        press(keys)
        settle()
    }

    /// Does something with the mouse, and answers all that it asks for.
    mutating func does(_ event: MouseEvent) {
        effects += model.handle(.mouse(event))
        settle()
    }

    mutating func resize(width: Int, height: Int) {
        effects += model.handle(.resize(Size(width: width, height: height)))
    }

    /// Answers queries from the shop until none is left, and arms questions.
    mutating func settle() {
        for _ in 0..<100 {
            let round = effects
            effects = []
            if round.isEmpty { return }
            for effect in round { settle(effect) }
        }
        Issue.record("The screens never come to rest.")
    }

    private mutating func settle(_ effect: Effect) {
        switch effect {
        case .ask(let query, let ticket):
            let reply = shop.reply(to: query)
            send(.reply(ticket, .success(reply)))
        case .arm(let question): send(.armed(question))
        // The cursor of a list has rested.
        case .wake(let pause, let screen) where pause <= AsidePane.rest: send(.woken(screen: screen))
        default: break
        }
    }

    /// The queries asked and not answered, with their tickets.
    var asked: [(query: Query, ticket: Ticket)] {
        effects.compactMap { effect in
            if case .ask(let query, let ticket) = effect { (query, ticket) } else { nil }
        }
    }

    /// Answers the only query that is on its way, and forgets all other effects.
    mutating func answer(_ result: Result<Reply, ServiceError>) throws {
        let ticket = try #require(asked.last?.ticket)
        effects = []
        send(.reply(ticket, result))
    }

    var canvas: Canvas {
        var canvas = Canvas(size: model.size)
        model.view(on: &canvas)
        return canvas
    }

    /// Draws on the canvas of the picture before, as a program does.
    func view(on canvas: inout Canvas) {
        if canvas.size == model.size {
            canvas.clear()
        } else {
            canvas = Canvas(size: model.size)
        }
        model.view(on: &canvas)
    }

    var text: [String] { canvas.text }
    /// The names of the screens, from Home to the one that is shown.
    var path: [String] { model.layers.map { $0.screen.crumb.english } }
    /// The line of messages.
    var message: String { text.dropLast().last ?? "" }

    /// The text of the row that the terminal's cursor stands on.
    var cursorRow: String {
        let canvas = canvas
        return canvas.cursor.map { canvas.text[$0.y] } ?? ""
    }

    func isShown(_ part: String) -> Bool { text.contains { $0.contains(part) } }

    var rings: Int {
        effects.count { if case .ring = $0 { true } else { false } }
    }
}

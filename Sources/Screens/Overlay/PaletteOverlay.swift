import Domain
import Services
import TerminalUI
import Wording

/// The palette: a line in which a command is searched for, or called by its word with an argument behind it.
///
/// What an argument may be is in `PaletteOverlay+Arguments.swift`, the picture in `+View.swift`.
struct PaletteOverlay: Sendable {
    /// What came of a press.
    enum Outcome: Sendable {
        case stays, closes
        /// Does what a row says; the line is what history keeps of it.
        case does(PaletteChoice, line: String)
    }

    /// What is shown for the text of the field.
    struct Answer: Sendable {
        var rows: [PaletteRow] = []
        /// The row that is selected to begin with.
        var selected = 0
        /// What is wrong with what was typed.
        var problem: Phrase?
        /// What the services have to be asked for the rows.
        var query: Query?
    }

    /// Lines that history keeps.
    static let maximumHistory = 100

    let context: PaletteContext
    private(set) var field = TextField(placeholder: "a command, or a word and what belongs to it", maximumLength: 200)
    private(set) var answer = Answer()
    private(set) var selected = 0
    /// Whether Enter was pressed before the services had answered.
    private(set) var isWaiting = false
    private(set) var viewport = Viewport()
    private var height = 10
    /// Which line of history stands in the field.
    private var recalled: Int?

    init(_ context: PaletteContext, typed text: String = "") {
        self.context = context
        field.text = text
        read()
    }

    /// What the services are to be asked.
    var query: Query? { answer.query }

    /// The theme that is looked at: the one under the cursor while a theme is being chosen.
    var lookedAtTheme: String? {
        guard argument?.kind == .theme, case .action(.theme(let name))? = row?.choice else { return nil }
        return name
    }

    var row: PaletteRow? { answer.rows.indices.contains(selected) ? answer.rows[selected] : nil }

    mutating func handle(_ press: KeyPress) -> Outcome {
        isWaiting = false
        switch press.key {
        case .enter: return enter()
        case .escape, .function(3), .function(12): return .closes
        case .character("g") where press.modifiers == .control: return .closes
        case .tab where press.modifiers.isEmpty: complete()
        case .up: up()
        case .down: down()
        case .pageUp: move(-height)
        case .pageDown: move(height)
        default:
            let before = field.text
            if field.handle(press), field.text != before {
                recalled = nil
                read()
            }
        }
        return .stays
    }

    mutating func paste(_ text: String) {
        field.insert(text)
        recalled = nil
        read()
    }

    mutating func resize(_ size: Size) {
        height = max(size.height - 5, 1)
        viewport.follow(selected, height: height, count: answer.rows.count)
    }

    /// Takes what the services answered to ``query``; Enter that was pressed before acts on it now.
    mutating func receive(_ result: Result<Reply, ServiceError>) -> Outcome {
        answer = answer(to: result)
        selected = 0
        viewport.follow(0, height: height, count: answer.rows.count)
        defer { isWaiting = false }
        return isWaiting ? enter() : .stays
    }

    private mutating func enter() -> Outcome {
        if answer.query != nil {
            isWaiting = true
            return .stays
        }
        guard let row else {
            // What could not be answered is asked anew.
            read()
            return .stays
        }
        if case .types(let text) = row.choice {
            type(text)
            return .stays
        }
        return .does(row.choice, line: line(of: row))
    }

    /// A command that was found by searching is kept by its word or its title: the letters that were typed might find
    /// another one on another screen.
    private func line(of row: PaletteRow) -> String {
        guard argument == nil, case .action(let action) = row.choice else { return field.text }
        return context.commands.first { $0.action == action }?.word?.word ?? context.language.text(row.title)
    }

    /// Puts the selected row's word into the field, or the first that can be put there.
    private mutating func complete() {
        if case .types(let text)? = row?.choice { return type(text) }
        if argument == nil, case .action(let action)? = row?.choice,
            let word = context.commands.first(where: { $0.action == action })?.word, word.argument != nil
        {
            return type("\(word.word) ")
        }
        for row in answer.rows {
            if case .types(let text) = row.choice { return type(text) }
        }
    }

    private mutating func type(_ text: String) {
        field.text = text
        recalled = nil
        read()
    }

    private mutating func up() {
        let isOnHistory = recalled != nil || (field.isEmpty && selected == 0)
        guard isOnHistory, let index = recalled.map({ $0 - 1 }) ?? context.history.indices.last else { return move(-1) }
        if index >= 0 { recall(index) }
    }

    private mutating func down() {
        guard let recalled else { return move(1) }
        recall(recalled + 1)
    }

    private mutating func recall(_ index: Int) {
        let isKnown = context.history.indices.contains(index)
        field.text = isKnown ? context.history[index] : ""
        recalled = isKnown ? index : nil
        read()
    }

    private mutating func move(_ step: Int) {
        selected = min(max(selected + step, 0), max(answer.rows.count - 1, 0))
        viewport.follow(selected, height: height, count: answer.rows.count)
    }

    private mutating func read() {
        answer = answerToTyping()
        selected = min(answer.selected, max(answer.rows.count - 1, 0))
        viewport = Viewport()
        viewport.follow(selected, height: height, count: answer.rows.count)
    }
}

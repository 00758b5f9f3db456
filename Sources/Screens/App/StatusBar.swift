import Domain
import TerminalUI
import Wording

/// The first line: where one is, who one is, and what is connected.
struct StatusBar: Hashable, Sendable {
    static let program = "Oblik"

    var environment = ""
    var operatorName = ""
    /// What the one at the keyboard is to the shop; `nil` while that is not known.
    var role: Domain.Role?
    var database = DatabaseState.starting("starting")
    /// The name of the database while it was there.
    var databaseName: String?
    var http = HTTPState.off

    var isLost: Bool {
        if case .lost = database { return true }
        return false
    }

    /// Why the database is not there; `nil` while it is.
    var trouble: Phrase? {
        guard case .lost(let text) = database else { return nil }
        return text
    }

    /// What the database is doing while it comes up.
    var startingNotice: Notice? {
        guard case .starting(let text) = database else { return nil }
        return .info(text)
    }

    /// All that its line shows: itself, and the path to the screen.
    struct Source: Hashable, Sendable {
        let status: StatusBar
        let crumbs: [Phrase]

        func view(in area: Rect, on canvas: inout Canvas) { status.view(crumbs: crumbs, in: area, on: &canvas) }
    }

    private struct Part {
        let text: Phrase
        let role: CellRole
    }

    /// Draws path and states; states are left out from the last one on where they find no room.
    private func view(crumbs: [Phrase], in area: Rect, on canvas: inout Canvas) {
        canvas.fill(area, role: .status)
        let path = ([Self.program] + crumbs.map(canvas.language.text)).joined(separator: " \(canvas.glyphs.separator) ")
        canvas.notes?.place = path
        let pathWidth = min(Canvas.width(of: path), max(area.width - 2, 0))
        var shown = parts(canvas.glyphs)
        let language = canvas.language
        func width() -> Int { shown.reduce(0) { $0 + Canvas.width(of: language.text($1.text)) + 2 } }
        while !shown.isEmpty && width() + pathWidth + 2 > area.width { shown.removeLast() }
        canvas.write(path, x: area.x + 1, y: area.y, width: area.width - 1 - width(), role: .status)
        var x = area.maxX - width()
        for part in shown {
            x += canvas.say(part.text, x: x, y: area.y, width: area.maxX - x, role: part.role, fills: false) + 2
        }
    }

    /// The states, the most important first.
    private func parts(_ glyphs: Glyphs) -> [Part] {
        var parts = [databasePart(glyphs)]
        switch http {
        case .off: break
        case .listening(let address): parts.append(Part(text: "http \(address)", role: .status))
        case .failed: parts.append(Part(text: "http off", role: .warning))
        }
        let person = [operatorName, environment].filter { !$0.isEmpty }.joined(separator: "@")
        if !person.isEmpty { parts.append(Part(text: Phrase(verbatim: person), role: .status)) }
        return parts
    }

    private func databasePart(_ glyphs: Glyphs) -> Part {
        switch database {
        case .starting: Part(text: "db starting", role: .warning)
        case .ready: Part(text: "\(glyphs.bullet) db", role: .status)
        case .lost: Part(text: "db lost", role: .error)
        }
    }
}

package import TerminalUI
import Wording

extension AppModel {
    package func view(on canvas: inout Canvas) {
        canvas.language = options.format.language
        let layout = AppLayout(size: canvas.size, hasBanner: status.isLost)
        if let line = layout.status {
            let source = StatusBar.Source(status: status, crumbs: layers.dropFirst().map(\.screen.crumb))
            canvas.strip(.line("status"), from: source, in: line) { source.view(in: line, on: &$0) }
        }
        if let line = layout.banner { drawBanner(in: line, on: &canvas) }
        top.view(in: layout.body, on: &canvas)
        if let line = layout.message { drawMessage(in: line, on: &canvas) }
        if canvas.notes != nil { canvas.notes?.message = message(in: canvas.language) }
        if let line = layout.footer {
            canvas.strip(.line("footer"), from: footerSource, in: line) { drawFooter(in: line, on: &$0) }
        }
        if let overlay {
            canvas.cover()
            overlay.view(in: layout.body, on: &canvas)
        }
        // What has shrunk to nothing may still claim the cursor.
        if let cursor = canvas.cursor, !canvas.bounds.contains(cursor) { canvas.cursor = nil }
    }

    /// Tells each screen the area that it will be drawn in.
    mutating func resizeScreens() {
        let body = AppLayout(size: size, hasBanner: status.isLost).body
        for index in layers.indices { layers[index].screen.resize(body.size) }
        overlay?.resize(body.size)
    }

    private func drawBanner(in line: Rect, on canvas: inout Canvas) {
        guard case .lost(let text) = status.database else { return }
        let tries: Phrase
        if let readAt = top.readAt {
            // What is on the screen stays readable, and tells how old it is.
            tries = "\(text) As of \(options.format.timeOfDay(readAt)). Trying again; F5 tries now."
        } else {
            tries =
                probes == 0
                ? "\(text) Trying again by itself; F5 tries now."
                : "\(text) Trying again by itself (\(probes) so far); F5 tries now."
        }
        canvas.say(
            " \(tries)", x: line.x, y: line.y, width: line.width,
            role: .error)
    }

    private func drawMessage(in line: Rect, on canvas: inout Canvas) {
        if let question {
            // What is to be typed is never cut off, however long the question.
            let answer = canvas.language.text(reply(to: question))
            let (asked, rest) = line.split(right: Canvas.width(of: answer))
            var width = canvas.say(
                " \(question.text)", x: asked.x, y: asked.y, width: asked.width, role: .warning, fills: false)
            width += canvas.write(answer, x: asked.x + width, y: rest.y, width: rest.width, role: .warning)
            // Before it is armed it takes no answer, and the cursor stays where it was.
            if question.isArmed { canvas.cursor = Point(x: min(line.x + width, line.maxX - 1), y: line.y) }
            return
        }
        let isWaiting = slow.contains { $0.screen == topID }
        let busy = isWaiting ? canvas.language.text(waitingText(canvas.glyphs)) : ""
        let (rest, right) = line.split(right: Canvas.width(of: busy) + (busy.isEmpty ? 0 : 2))
        if let shown = notice ?? status.startingNotice ?? top.advice {
            canvas.say(" \(shown.text)", x: rest.x, y: rest.y, width: rest.width, role: shown.role)
        }
        canvas.write(busy, x: right.x + 1, y: right.y, width: right.width - 1, role: .dim)
    }

    /// What the banner and the message line say, for those who listen.
    private func message(in language: Language) -> String {
        let said = question?.text ?? (notice ?? status.startingNotice ?? top.advice)?.text
        let asked = question.map { language.text(reply(to: $0)) } ?? ""
        let texts =
            [status.isLost ? status.trouble : nil, said].compactMap { $0.map(language.text) }
            + (asked.isEmpty ? [] : [asked])
        return texts.map { String($0.drop { $0 == " " }) }.joined(separator: " ")
    }

    private func reply(to question: Question) -> Phrase {
        question.number.map { " Type \($0) and Enter: \(question.typed)" } ?? " y/N "
    }

    private func waitingText(_ glyphs: Glyphs) -> Phrase {
        typeAhead.isEmpty
            ? "working\(glyphs.ellipsis)  ^C cancels"
            : "working, \(count: typeAhead.count, "key waits", "keys wait")  ^C cancels"
    }

    /// All that the footer depends on; the keys are those of the whole run.
    private var footerSource: FooterSource {
        FooterSource(
            scopes: top.scopes, hinted: top.hinted, role: status.role, isLoginShown: isLoginShown)
    }

    /// Where there is no room for all hints, those of the screen go first: help leads to the rest.
    private func drawFooter(in line: Rect, on canvas: inout Canvas) {
        let (own, global) = (footerHints, globalHints)
        let x = draw(own, in: line, from: line.x + 1, keeping: width(of: global, canvas), numbered: 0, on: &canvas)
        _ = draw(global, in: line, from: x, keeping: 0, numbered: own.count, on: &canvas)
    }

    private func width(of hints: [FooterHint], _ canvas: Canvas) -> Int {
        hints.reduce(0) { $0 + Canvas.width(of: $1.key) + canvas.width(of: $1.hint) + 3 }
    }

    private func draw(
        _ hints: [FooterHint], in line: Rect, from start: Int, keeping room: Int, numbered first: Int,
        on canvas: inout Canvas
    ) -> Int {
        var x = start
        for (number, hint) in hints.enumerated() {
            let wanted = width(of: [hint], canvas) - 2
            guard x + wanted + room <= line.maxX else { break }
            canvas.spot(Rect(x: x, y: line.y, width: wanted, height: 1), .hint(first + number))
            let isRefused = accessRefusal(of: hint.action) != nil
            x += canvas.write(hint.key, x: x, y: line.y, role: isRefused ? .dim : .hintKey) + 1
            x += canvas.say(hint.hint, x: x, y: line.y, role: isRefused ? .dim : .hint) + 2
        }
        return x
    }

    /// The screen's first five hints; the two that lead to all the others stand behind them.
    var footerHints: [FooterHint] {
        options.keymap.hints(in: top.scopes, of: top.hinted, limit: 5)
    }

    /// Help and palette.
    var globalHints: [FooterHint] {
        Array(options.keymap.table(.everywhere).commands.compactMap(FooterHint.init).prefix(2))
    }
}

extension Notice {
    var role: CellRole {
        switch kind {
        case .info: .text
        case .done: .ok
        case .error: .error
        }
    }
}

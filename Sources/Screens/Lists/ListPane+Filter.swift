import Domain
import TerminalUI
import Wording

extension ListPane {
    mutating func type(_ press: KeyPress) -> [Step]? {
        if chooser != nil { return choose(press) }
        if formatMenu != nil { return chooseFormat(press) }
        if viewMenu != nil { return chooseView(press) }
        if naming != nil { return nameView(press) }
        if jump != nil { return jump(press) }
        guard isSearching else { return nil }
        switch press.key {
        case .enter:
            isSearching = false
            return []
        case .tab where press.modifiers.isEmpty: return line.complete(rows.completion) ? search() : []
        default: return line.handle(press) ? search() : nil
        }
    }

    mutating func paste(_ text: String) -> [Step] {
        if jump != nil {
            jump?.insert(text)
            return jump(to: jump?.text ?? "")
        }
        if naming != nil {
            naming?.insert(text)
            return []
        }
        guard isSearching else { return [] }
        line.insert(text)
        return search()
    }

    /// Puts a filter into the line before the rows are read for the first time.
    mutating func begin(with text: String) {
        line.insert(text)
        line.mistakes = rows.filter(line.text, in: &filter)
    }

    /// Reads what is typed: the rows follow what is understood, and stay while something is not.
    private mutating func search() -> [Step] {
        var wanted = filter
        line.mistakes = rows.filter(line.text, in: &wanted)
        guard line.mistakes.isEmpty, wanted != filter else { return [] }
        filter = wanted
        return forgetFiltered() + read(from: .first, .first, origin: 0)
    }

    /// One step back: out of what is open over the rows, the filter line, the filter, the marks, the screen.
    mutating func cancel() -> [Step]? {
        if isMenuOpen || jump != nil || naming != nil {
            (chooser, formatMenu, jump) = (nil, nil, nil)
            (viewMenu, naming) = (nil, nil)
            return []
        }
        if isCounting || marking != nil {
            let text: Phrase = isCounting ? "Not counted." : "Stopped: \(marks.count) marked."
            return forgetFiltered() + [.say(.info(text))]
        }
        let hadText = !line.isEmpty
        if isSearching || hadText {
            isSearching = false
            line.clear()
            return hadText ? endSearch() : []
        }
        guard !marks.isEmpty else { return nil }
        marks = [:]
        return []
    }

    /// Shows all rows again, from the one that was found.
    private mutating func endSearch() -> [Step] {
        line.mistakes = rows.filter("", in: &filter)
        return forgetFiltered() + (selected.map { show($0) } ?? read(from: .first, .first, origin: 0))
    }
}

import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    mutating func typeOnLine(_ press: KeyPress, _ index: Int) {
        if let command = command(for: press, in: .entryLine) {
            run(command)
            return
        }
        let last = draft.lines.count - 1
        switch press.key {
        case .up: focus = .line(max(0, index - 1))
        case .down: focus = index >= last ? .entry : .line(index + 1)
        case .pageUp: focus = .line(max(0, index - 10))
        case .pageDown: focus = .line(min(last, index + 10))
        case .home: focus = .line(0)
        case .end: focus = .line(last)
        case .character(let scalar) where press.modifiers.isEmpty && Self.beginsEdit(scalar):
            edit(index)
            _ = quantity.handle(press)
        default: typeIntoEntry(press)
        }
    }

    /// Whether a sign typed on a line begins its quantity or its discount.
    private static func beginsEdit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) || scalar == "%" }

    mutating func typeQuantity(_ press: KeyPress, _ index: Int) {
        switch press.key {
        case .enter: if commitQuantity() { focus = .entry }
        case .up: if commitQuantity() { focus = .line(max(0, index - 1)) }
        case .down: if commitQuantity() { focus = index + 1 < draft.lines.count ? .line(index + 1) : .entry }
        default:
            if quantity.handle(press) { warn(of: (try? LineEdit(quantity.text))?.discount) }
        }
    }

    /// Tells of a discount that this person may not give, while it is typed.
    mutating func warn(of discount: Percent?) {
        guard let violation = discount.flatMap({ role?.violation(of: $0) }) else { return }
        say(violation.message, .warning)
    }

    /// - Throws: ``Violation`` for a discount that this person may not give.
    private func allow(_ discount: Percent) throws(Violation) {
        if let violation = role?.violation(of: discount) { throw violation }
    }

    /// F2: quantity and discount of the line that was touched last; again, of the line above.
    mutating func editLine() {
        switch focus {
        case .line(let index): edit(index)
        case .quantity(let index):
            if commitQuantity() { edit(index > 0 ? index - 1 : draft.lines.count - 1) }
        case .customer, .entry, .totals: edit(lastLine ?? draft.lines.count - 1)
        }
    }

    private mutating func edit(_ index: Int) {
        guard draft.lines.indices.contains(index) else { return }
        quantity.set(LineEdit(of: draft.lines[index]).text, selected: true)
        focus = .quantity(index)
    }

    /// Sets the quantity and the discount that were typed on a line.
    ///
    /// More digits than a quantity has are a barcode: a scanner does not know where the cursor stands.
    /// - Returns: Whether the field may be left.
    mutating func commitQuantity() -> Bool {
        guard case .quantity(let index) = focus else { return true }
        let text = Text.trim(quantity.text)
        if text.utf8.count >= 8, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            enqueueBeside(text, .add(quantity: 1, words: text), .waiting)
            return true
        }
        do throws(Violation) {
            try set(try LineEdit(text), of: index)
            return true
        } catch {
            quantity.set(quantity.text, selected: true)
            complain(error.message)
            return false
        }
    }

    /// The place of the line that was added or changed last.
    var lastLine: Int? { lastTouched.flatMap { draft.lines.index(of: $0) } ?? draft.lines.indices.last }

    /// Adds lines in one step; pieces of a product that is there already are added to its line.
    mutating func add(_ lines: [DraftLine], typed: String) {
        var step: [LineChange] = []
        do throws(Violation) {
            for line in lines { step.append(try put(line)) }
        } catch {
            misses.append(typed)
            refuse(error.message)
        }
        finish(step)
    }

    private mutating func put(_ line: DraftLine) throws(Violation) -> LineChange {
        let index = draft.lines.index(of: line.product)
        var after = line
        if let index {
            let old = draft.lines[index]
            (after.price, after.quantity) = (old.price, old.quantity + line.quantity)
            if line.discount == .zero { after.discount = old.discount }
            after.newPrice = line.price == old.price ? nil : line.price
        }
        try allow(line.discount)
        try draft.lines.check(after, at: index)
        let change = LineChange(index: index ?? draft.lines.count, before: index.map { draft.lines[$0] }, after: after)
        draft.lines.apply(change)
        lastTouched = line.product
        return change
    }

    /// Notes a step that was applied.
    mutating func finish(_ step: [LineChange]) {
        guard !step.isEmpty else { return }
        history.record(EntryStep(lines: step))
        isDirty = true
        keepFocusOnLines()
    }

    mutating func keepFocusOnLines() {
        let last = draft.lines.count - 1
        switch focus {
        case .line(let index), .quantity(let index):
            if index > last { focus = last < 0 ? .entry : .line(last) }
        case .totals: if last < 0 { focus = .entry }
        case .customer, .entry: break
        }
    }

    mutating func set(_ edit: LineEdit, of index: Int) throws(Violation) {
        guard draft.lines.indices.contains(index) else { return }
        let before = draft.lines[index]
        let after = edit.applied(to: before)
        guard after != before else { return }
        if let discount = edit.discount { try allow(discount) }
        try draft.lines.check(after, at: index)
        let change = LineChange(index: index, before: before, after: after)
        draft.lines.apply(change)
        lastTouched = before.product
        finish([change])
    }

    mutating func setLast(_ edit: LineEdit) {
        guard let lastLine else {
            let words = edit.quantity == nil ? edit.text : "*\(edit.text)"
            refuse("There is no line yet that \(words) could change.")
            return
        }
        do throws(Violation) {
            try set(edit, of: lastLine)
        } catch {
            refuse(error.message)
        }
    }

    mutating func removeLast() {
        guard let lastLine else {
            refuse("There is no line to remove.")
            return
        }
        remove(lastLine)
    }

    mutating func removeFocusedLine() {
        if case .line(let index) = focus { remove(index) }
    }

    private mutating func remove(_ index: Int) {
        guard draft.lines.indices.contains(index) else { return }
        let line = draft.lines[index]
        let change = LineChange(index: index, before: line, after: nil)
        draft.lines.apply(change)
        if lastTouched == line.product { lastTouched = nil }
        finish([change])
        say("Removed \(line.sku) \(line.name). \(key(.undo)) brings it back.")
    }

    mutating func changePieces(by step: Int) {
        guard case .line(let index) = focus, draft.lines.indices.contains(index) else { return }
        let quantity = draft.lines[index].quantity + step
        guard quantity > 0 else {
            say("Del removes the line.")
            return
        }
        do throws(Violation) {
            try set(LineEdit(quantity: quantity), of: index)
        } catch {
            complain(error.message)
        }
    }
}

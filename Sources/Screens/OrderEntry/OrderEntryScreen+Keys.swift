import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    /// Takes in a key; while an order is on its way, keys wait for what becomes of it.
    mutating func take(_ press: KeyPress) {
        if hold != nil {
            typeAhead(press)
            return
        }
        if notice?.role != .error { notice = nil }
        if let command = command(for: press, in: .entry) {
            run(command)
        } else if isOutcomeUnknown {
            answerUnknown(press)
        } else {
            type(press)
        }
    }

    /// Does what a command says, or says why it can't be done.
    mutating func run(_ command: OrderEntryCommand) {
        if !isOutcomeUnknown, let reason = refusal(of: command) {
            say(reason)
            return
        }
        switch command {
        case .leave: leave()
        case .cancel: cancel()
        case .place: place()
        case .newDraft where isOutcomeUnknown: send(.beginDraft)
        case .nextDraft, .previousDraft, .listDrafts: look(command)
        case _ where isOutcomeUnknown: explainLock()
        case .lookup: openList()
        case .newCustomer: newCustomer()
        case .editLine: editLine()
        case .acceptPrices: acceptPrices()
        case .takeStock: takeStock()
        case .splitRest: splitRest()
        case .repeatOrder: repeatOrder()
        case .undo: undo()
        case .redo: redo()
        case .newDraft: send(.beginDraft)
        case .discardDraft: send(.askDiscard(draft))
        case .removeLine: removeFocusedLine()
        case .addPiece: changePieces(by: 1)
        case .dropPiece: changePieces(by: -1)
        case .nextField: moveFocus(forward: true)
        case .previousField: moveFocus(forward: false)
        }
    }

    /// Looks at another draft; this one stays as it is.
    private mutating func look(_ command: OrderEntryCommand) {
        switch command {
        case .nextDraft: send(.turnDraft(1))
        case .previousDraft: send(.turnDraft(-1))
        default: send(.listDrafts)
        }
    }

    private mutating func type(_ press: KeyPress) {
        switch focus {
        case .customer: typeCustomer(press)
        case .entry: typeEntry(press)
        case .line(let index): typeOnLine(press, index)
        case .quantity(let index): typeQuantity(press, index)
        case .totals: typeOnTotals(press)
        }
    }

    private mutating func typeOnTotals(_ press: KeyPress) {
        switch press.key {
        case .enter: place()
        case .up: focus = .entry
        default: typeIntoEntry(press)
        }
    }

    /// Text typed where no text belongs is meant for the line field, as a scanner's always is.
    mutating func typeIntoEntry(_ press: KeyPress) {
        guard press.character != nil else { return }
        focus = .entry
        typeEntry(press)
    }

    private mutating func moveFocus(forward: Bool) {
        if case .quantity = focus, !commitQuantity() { return }
        switch focus {
        case .customer where forward: acceptCustomer()
        case .customer: focus = draft.lines.isEmpty ? .entry : .totals
        case .entry where forward: focus = draft.lines.isEmpty ? .customer : .totals
        case .entry: focusCustomer()
        case .totals where forward: focusCustomer()
        case .line, .quantity, .totals: focus = .entry
        }
    }

    /// One step back: from what is being typed to the field, from the field to where order entry was opened.
    private mutating func cancel() {
        if isOutcomeUnknown {
            unlock()
            return
        }
        switch focus {
        case .quantity(let index): focus = .line(index)
        case .line, .totals: focus = .entry
        case .entry where entry.isEmpty && !products.isExpanded: leave()
        case .entry:
            entry.clear()
            products.clear()
        case .customer: cancelCustomer()
        }
    }

    mutating func leave() {
        if isDirty { draft.revision += 1 }
        isDirty = false
        send(.release(draft))
        send(.leave)
    }

    /// Keeps a key until the order's fate is known.
    ///
    /// A second Enter means the first one: it is dropped.
    private mutating func typeAhead(_ press: KeyPress) {
        let placesAgain = press.key == .enter || command(for: press, in: .entry) == .place
        if placesAgain && typed.isEmpty { return }
        guard typed.count < Self.maximumTyped else {
            send(.ring)
            return
        }
        typed.append(press)
    }

    /// Ends the wait and understands the keys that were typed meanwhile.
    mutating func replay() {
        let keys = typed
        (hold, typed) = (nil, [])
        let said = notice
        for press in keys { take(press) }
        if notice == nil { notice = said }
    }

    /// Ends the wait; the keys were typed for a screen that did not come, and might do harm on this one.
    mutating func dropTyped() {
        let count = typed.count
        (hold, typed) = (nil, [])
        guard count > 0, let notice else { return }
        let dropped: Phrase = "\(notice.text) (\(count: count, "typed-ahead key", "typed-ahead keys") dropped)"
        self.notice = Notice(text: dropped, role: notice.role)
    }
}

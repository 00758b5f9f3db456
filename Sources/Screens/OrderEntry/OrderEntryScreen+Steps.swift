import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    mutating func undo() {
        if let discarded, draft.isEmpty {
            self.discarded = nil
            adopt(discarded)
            isDirty = true
            return
        }
        guard let step = history.undo() else { return }
        undoneSplit(step)
        make(step)
    }

    mutating func redo() {
        if let step = history.redo() { make(step) }
    }

    private mutating func make(_ step: EntryStep) {
        for change in step.lines {
            draft.lines.apply(refreshed(change))
            lastTouched = (change.after ?? change.before)?.product
        }
        if let note = step.note { draft.note = note.after }
        isDirty = true
        keepFocusOnLines()
    }

    /// The change with the line that stands there now, whose stock and price may have been read since.
    private func refreshed(_ change: LineChange) -> LineChange {
        guard change.before != nil, draft.lines.indices.contains(change.index) else { return change }
        return LineChange(index: change.index, before: draft.lines[change.index], after: change.after)
    }

    /// F8: every short line takes what there is; lines of which there is nothing go.
    mutating func takeStock() {
        var step: [LineChange] = []
        for index in draft.lines.indices.reversed() where draft.lines[index].isShort {
            let before = draft.lines[index]
            var after = before
            after.quantity = before.stock
            let change = LineChange(index: index, before: before, after: before.stock > 0 ? after : nil)
            draft.lines.apply(change)
            step.append(change)
        }
        finish(step)
        focus = draft.lines.isEmpty || draft.customer == nil ? .entry : .totals
        say("Took what there is on \(format.counted(step.count, "line")). \(key(.undo)) takes that back.", .ok)
    }

    /// F5: accepts the new prices that are shown; where there are none, reads prices and stock again.
    mutating func acceptPrices() {
        guard draft.lines.repricedCount > 0 else {
            retry()
            readProducts()
            return
        }
        var step: [LineChange] = []
        do throws(Violation) {
            for index in draft.lines.indices {
                let before = draft.lines[index]
                guard let price = before.newPrice else { continue }
                var after = before
                (after.price, after.newPrice) = (price, nil)
                try draft.lines.check(after, at: index)
                let change = LineChange(index: index, before: before, after: after)
                draft.lines.apply(change)
                step.append(change)
            }
            say("New prices are accepted: the total is \(format.total(draft.lines.total)).", .ok)
        } catch {
            complain(error.message)
        }
        finish(step)
    }
}

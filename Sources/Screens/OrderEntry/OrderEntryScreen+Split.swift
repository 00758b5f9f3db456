import Domain
import TerminalUI
import Wording

/// The rest of short lines as a draft of its own: it is kept first, and only then taken off the lines.
extension OrderEntryScreen {
    /// A rest, and the step that belongs to it.
    struct Split: Hashable, Sendable {
        let rest: OrderDraft
        let step: EntryStep
    }

    /// Keeps what is missing on short lines as another draft for the same customer.
    ///
    /// The lines follow when the journal has it, so that no way to fail loses pieces that were asked for.
    mutating func splitRest() {
        guard restOnItsWay == nil else { return }
        var rest = OrderDraft()
        rest.customer = draft.customer
        for line in draft.lines.all where line.isShort {
            var missing = line
            missing.quantity = line.quantity - max(0, line.stock)
            rest.lines.apply(LineChange(index: rest.lines.count, before: nil, after: missing))
        }
        rest.revision = 1
        restOnItsWay = rest
        send(.release(rest))
    }

    /// The journal has a draft: if it is the rest, the lines take what there is.
    ///
    /// Lines that were changed meanwhile are left alone, and the rest is taken away again.
    mutating func keptRest(_ key: IdempotencyKey) {
        guard let rest = restOnItsWay, rest.key == key else { return }
        restOnItsWay = nil
        let isAsBefore = rest.lines.all.allSatisfy { missing in
            draft.lines.index(of: missing.product).map {
                draft.lines[$0].quantity - max(0, draft.lines[$0].stock) == missing.quantity
            } ?? false
        }
        guard isAsBefore, draft.lines.shortCount == rest.lines.count else {
            send(.discard(key))
            say("The lines have changed meanwhile: nothing was split.", .warning)
            return
        }
        takeStock()
        lastSplit = history.last.map { Split(rest: rest, step: $0) }
        let lines = format.counted(rest.lines.count, "line")
        say("The rest is a draft of its own now: \(lines), offered in the next order.", .ok)
    }

    /// The step of a split was taken back: its rest goes too, so that nothing is asked for twice.
    mutating func undoneSplit(_ step: EntryStep) {
        guard let split = lastSplit, split.step.inverse == step else { return }
        lastSplit = nil
        send(.discard(split.rest.key))
    }
}

package import Domain
import Wording

/// A draft that can be continued from here.
package struct DraftOffer: Hashable, Sendable {
    package let draft: OrderDraft
    /// When the journal wrote it; `nil` before the first time.
    package let savedAt: Moment?
    /// Whether this terminal has it open, beside the order on the screen.
    package let isOpen: Bool

    package init(draft: OrderDraft, savedAt: Moment?, isOpen: Bool) {
        (self.draft, self.savedAt, self.isOpen) = (draft, savedAt, isOpen)
    }

    /// A draft of the journal that nobody has open.
    package init(_ saved: SavedDraft) { self.init(draft: saved.draft, savedAt: saved.savedAt, isOpen: false) }

    package var key: IdempotencyKey { draft.key }
}

extension OrderDraft {
    /// Asks whether it may be taken away.
    var discardQuestion: Phrase {
        let lines: Phrase = "\(count: lines.count, "line", "lines")"
        return customer.map { "Discard the draft for \($0.name), \(lines)?" } ?? "Discard the draft, \(lines)?"
    }
}

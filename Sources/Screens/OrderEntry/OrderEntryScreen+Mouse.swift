import TerminalUI

extension OrderEntryScreen {
    /// The numbers of its fields, for clicks.
    static let fieldNumbers = (customer: 0, entry: 1, totals: 2)

    /// Goes to the part that was clicked; the second click on a line or on a suggestion is Enter.
    ///
    /// While an order is on its way, a click was meant for a picture that is about to go.
    mutating func clicked(_ part: PictureNotes.Part, isDouble: Bool) -> [OrderEntryEffect] {
        click(part, isDouble: isDouble)
        return flush()
    }

    private mutating func click(_ part: PictureNotes.Part, isDouble: Bool) {
        guard hold == nil, !isOutcomeUnknown, commitQuantity() else {
            send(.ring)
            return
        }
        if notice?.role != .error { notice = nil }
        switch part {
        case .field(Self.fieldNumbers.customer): if focus != .customer { focusCustomer() }
        case .field(Self.fieldNumbers.entry): focus = .entry
        case .field: if !draft.lines.isEmpty { focus = .totals }
        case .row(let index) where index < draft.lines.count:
            focus = .line(index)
            if isDouble { run(.editLine) }
        case .choice(let index):
            if focus == .customer {
                customers.move(index - customers.selected)
            } else {
                products.move(index - products.selected)
            }
            if isDouble { take(KeyPress(.enter)) }
        case .row, .hint: break
        }
    }
}

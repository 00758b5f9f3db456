import Domain
import Services
import TerminalUI
import Wording

extension OrderEntryScreen {
    /// Sends the order, once everything that was entered before has taken effect.
    ///
    /// The draft is sent as it stands and is marked as in flight in the journal first. As long as no answer has
    /// come it can't be edited, so that asking again means the same order under the same key.
    mutating func place() {
        if case .quantity = focus, !commitQuantity() { return }
        guard isOutcomeUnknown || isReady() else { return }
        placesWhenCustomerIsKnown = false
        guard let customer = draft.customer else { return }
        do throws(InvalidInput) {
            let request = try PlaceOrder(
                user: customer.id,
                lines: draft.lines.all.map { line in
                    .init(product: line.product, quantity: line.quantity, price: line.price, discount: line.discount)
                },
                note: draft.note, key: draft.key)
            let ticket = ticket()
            draft.isInFlight = true
            if !isOutcomeUnknown { draft.revision += 1 }
            (isDirty, wasSaved, isOutcomeUnknown) = (false, true, false)
            hold = .placing(ticket: ticket)
            focus = .totals
            say("Placing…")
            send(.place(ticket: ticket, draft: draft, request: request))
        } catch {
            refuse(error.violations)
        }
    }

    /// Whether the order can be sent; where it can't, the cursor goes to what is missing.
    private mutating func isReady() -> Bool {
        if !queue.isEmpty {
            if queue.hasFailed { retry() }
            if queue.last != .place { enqueueBeside("", .place, .answered(lines: [], unknown: [])) }
        } else if !misses.isEmpty {
            offerMiss()
        } else if !entry.isEmpty {
            focus = .entry
            complain("“\(entry.text)” is not a line yet: Enter adds it, Esc clears it.")
        } else if draft.lines.isEmpty {
            if focus == .customer && draft.customer == nil {
                // The second press behind an order that was just placed: no fault, and no other field.
                say("There is no line yet.")
                return false
            }
            focus = .entry
            complain("There is no line yet.")
        } else if pendingCustomer != nil {
            placesWhenCustomerIsKnown = true
        } else if draft.customer == nil {
            askForCustomer()
        } else if let order = placedBefore {
            tellPlacedBefore(order)
        } else if draft.lines.total > Money.maximum {
            complain("The total is larger than the books can hold.")
        } else {
            return true
        }
        return false
    }

    /// Takes in what became of the order.
    mutating func receivePlacement(_ ticket: UInt64, _ result: Result<Placement, ServiceError>) {
        guard hold == .placing(ticket: ticket) else { return }
        switch result {
        case .success(let placement): finish(placement.order)
        case .failure(let error):
            refuse(error)
            dropTyped()
        }
    }

    /// The order stands: a fresh form, and what was typed meanwhile goes into it.
    private mutating func finish(_ order: Order) {
        startAnew()
        let lines = format.counted(order.lines.count, "line")
        say("Order \(order.id) placed, \(lines), \(format.total(order.total))", .ok)
        send(.placed(order))
        loadDrafts()
        replay()
    }

    /// Empties the form; the draft's file has been dealt with.
    mutating func startAnew() {
        draft = OrderDraft()
        (history, queue, misses, lastTouched) = (EntryHistory(), EntryQueue(), [], nil)
        (pendingCustomer, placesWhenCustomerIsKnown, codeCheck) = (nil, false, nil)
        (isOutcomeUnknown, placedBefore, discarded) = (false, nil, nil)
        (wasSaved, savedAt, isDirty, readTicket) = (false, nil, false, nil)
        (restOnItsWay, lastSplit) = (nil, nil)
        (kept, offerIndex) = ([], 0)
        customer.clear()
        entry.clear()
        quantity.clear()
        customers.clear()
        products.clear()
        focus = .customer
    }

    /// A key while it is not known whether the order was placed.
    mutating func answerUnknown(_ press: KeyPress) {
        if press.key == .enter { place() } else { explainLock() }
    }

    mutating func explainLock() {
        say("It is not known whether the order was placed. Enter asks again; Esc allows changes.", .warning)
    }

    /// Allows changes though the order may have been placed: the key stays, so that the answer will tell.
    mutating func unlock() {
        isOutcomeUnknown = false
        focus = .entry
        say("If the order was placed after all, placing it again will say so.", .warning)
    }
}

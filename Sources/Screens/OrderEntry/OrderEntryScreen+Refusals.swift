import Domain
import Services
import TerminalUI
import Wording

extension OrderEntryScreen {
    /// Shows why the order was not placed; nothing that was entered is lost.
    mutating func refuse(_ error: ServiceError) {
        switch error {
        case .busy, .unavailable, .defect:
            // The answer may have been lost after the order was written.
            isOutcomeUnknown = true
            focus = .totals
            complain("\(error.entryText) Enter asks again; the order can't be placed twice.")
            return
        case .insufficientStock(let shortages): show(shortages)
        case .priceChanged(let changes): show(changes)
        case .unknownReference(let field, let id): show(gone: field, id)
        case .idempotencyKeyReused(let order):
            placedBefore = order
            tellPlacedBefore(order)
        case .invalid(let violations): refuse(violations)
        case .forbidden, .insufficientScope, .unauthenticated, .invalidToken, .invalidCredentials, .tooManyAttempts,
            .notFound, .conflict, .illegalTransition, .eventsExpired:
            complain(error.entryText)
        }
        draft.isInFlight = false
        isDirty = true
    }

    /// Shows broken rules: all of them in one sentence, the cursor on the first.
    mutating func refuse(_ violations: [Violation]) {
        complain(.joined(violations.map(\.message), by: " "))
        guard let field = violations.first?.field else { return }
        if let index = Self.line(in: field), draft.lines.indices.contains(index) {
            focus = .line(index)
        } else if field == "userId" {
            focus = .customer
        } else {
            focus = .entry
        }
    }

    private mutating func show(_ shortages: [Shortage]) {
        for shortage in shortages {
            update(shortage.product) { $0.stock = shortage.available }
        }
        if let first = draft.lines.indices.first(where: { draft.lines[$0].isShort }) { focus = .line(first) }
        complain(
            """
            Not placed: \(count: shortages.count, "line is", "lines are") short. \(key(.takeStock)) takes what there is, \
            \(key(.editLine)) changes a quantity.
            """
        )
    }

    private mutating func show(_ changes: [PriceChange]) {
        for change in changes {
            update(change.product) { $0.newPrice = change.now == $0.price ? nil : change.now }
        }
        focus = .totals
        complain(
            "Not placed: \(count: changes.count, "price has", "prices have") changed. \(key(.acceptPrices)) accepts, then Enter places."
        )
    }

    private mutating func show(gone field: String, _ id: Int64) {
        guard field != "userId" else {
            focusCustomer()
            complain("Not placed: the customer is no longer there.")
            return
        }
        let product = Identifier<Product>(id)
        update(product) { $0.isGone = true }
        guard let index = draft.lines.index(of: product) else {
            complain("Not placed: a product is no longer sold.")
            return
        }
        focus = .line(index)
        complain("Not placed: \(draft.lines[index].sku) is no longer sold. Del removes the line.")
    }

    mutating func tellPlacedBefore(_ order: Identifier<Order>) {
        focus = .totals
        complain(
            "Order \(order) was placed from this draft, with other contents. \(key(.newCustomer)) makes this a new order."
        )
    }

    /// F6 after ``ServiceError/idempotencyKeyReused(_:)``: the same contents under a new key.
    mutating func startAsNewOrder(_ order: Identifier<Order>) {
        send(.discard(draft.key))
        draft = draft.renamed()
        (placedBefore, savedAt, isDirty) = (nil, nil, true)
        say("This is a new order now, beside order \(order). Enter places it.", .warning)
        focus = .totals
    }

    /// Changes what is known about a product's line; this is no step that could be taken back.
    mutating func update(_ product: Identifier<Product>, _ change: (inout DraftLine) -> Void) {
        guard let index = draft.lines.index(of: product) else { return }
        let before = draft.lines[index]
        var after = before
        change(&after)
        if after != before { draft.lines.apply(LineChange(index: index, before: before, after: after)) }
    }

    /// The line's place in a field such as `items/3/quantity`.
    private static func line(in field: String) -> Int? {
        let parts = field.split(separator: "/")
        guard parts.count > 1, parts[0] == "items" else { return nil }
        return Int(parts[1])
    }
}

extension ServiceError {
    /// The refusal as a sentence that another one may follow.
    var entryText: Phrase {
        switch self {
        case .unavailable: "The database does not answer."
        case .busy: "Others are selling these products just now."
        case .forbidden: "You may not do this."
        default: headline
        }
    }
}

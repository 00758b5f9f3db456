package import Domain

/// A question of a field that suggests while somebody types.
package struct LookupRequest: Hashable, Sendable {
    /// Comes back with the answer; an answer to an older question is dropped.
    package let ticket: UInt64
    package let words: String
    /// Rows wanted.
    package let limit: Int
}

/// Work that order entry wants done outside.
package enum OrderEntryEffect: Hashable, Sendable {
    case searchCustomers(LookupRequest)
    case searchProducts(LookupRequest)
    /// What was entered before its suggestions came: an exact code, or else the best hit of a name.
    case find(ticket: UInt64, words: String)
    /// Pasted codes, which must be exact.
    case findAll(ticket: UInt64, codes: [String])
    /// Stock and prices of these products as they are now.
    case read(ticket: UInt64, products: [Identifier<Product>])
    /// The lines of the customer's last order.
    case readLastOrder(ticket: UInt64, customer: Identifier<User>)
    /// Keep the draft, marked as in flight, then place the order.
    case place(ticket: UInt64, draft: OrderDraft, request: PlaceOrder)
    case save(OrderDraft)
    /// Remove the draft from the journal.
    case discard(IdempotencyKey)
    /// Keep the draft and let others open it.
    case release(OrderDraft)
    case loadDrafts(ticket: UInt64)
    case open(ticket: UInt64, key: IdempotencyKey)

    /// For the shell: go back to where order entry was opened from; the draft is kept.
    case leave
    /// For the shell: an order was placed.
    case placed(Order)
    /// For the shell: open the form of a new customer with this name, and answer with `.customerCreated`.
    case createCustomer(name: String)
    /// For the shell: sound the bell.
    case ring
    /// For the shell: show the list of drafts.
    case listDrafts
    /// For the shell: ask whether the draft may be discarded, and answer with `.draftDiscarded`.
    case askDiscard(OrderDraft)

    /// For the tray: begin another order beside this one.
    case beginDraft
    /// For the tray: show the draft behind this one, or before it.
    case turnDraft(Int)
    /// For the tray: show a draft that is open.
    case showDraft(IdempotencyKey)

    /// Whether the shell or the tray does it, and ``OrderEntryEffects`` does not.
    package var isForShell: Bool {
        switch self {
        case .leave, .placed, .createCustomer, .ring, .listDrafts, .askDiscard, .beginDraft, .turnDraft, .showDraft:
            true
        default: false
        }
    }
}

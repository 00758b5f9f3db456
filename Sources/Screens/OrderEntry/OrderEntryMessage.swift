package import Domain
package import Services

/// What comes back to order entry from outside.
///
/// A ticket that is not awaited any more marks a late answer.
package enum OrderEntryMessage: Sendable {
    case customers(ticket: UInt64, Result<[User], ServiceError>)
    case products(ticket: UInt64, Result<[Product], ServiceError>)
    /// The product that was entered, `nil` if there is none.
    case found(ticket: UInt64, Result<Product?, ServiceError>)
    /// The products of pasted codes, one for each code.
    case foundAll(ticket: UInt64, Result<[Product?], ServiceError>)
    case read(ticket: UInt64, Result<[Product], ServiceError>)
    /// Products and quantities of the customer's last order that are still sold.
    case lastOrder(ticket: UInt64, Result<[DraftLine], ServiceError>)
    case placement(ticket: UInt64, Result<Placement, ServiceError>)
    case saved(key: IdempotencyKey, revision: Int, at: Moment)
    case saveFailed(DraftJournalError)
    case drafts(ticket: UInt64, [SavedDraft], now: Moment)
    /// Who enters the order: how much they may take off a price goes by that.
    case enteredBy(Role)
    /// The draft that was opened, `nil` if somebody else has it.
    case opened(ticket: UInt64, SavedDraft?)

    /// From the shell: the customer whose form was opened by `.createCustomer`.
    case customerCreated(User)
    /// From the shell: the draft that was chosen in the list.
    case draftChosen(IdempotencyKey)
    /// From the shell: another order is to be begun.
    case draftWanted
    /// From the shell: the draft that is to be discarded, which was asked before.
    case draftDiscarded(IdempotencyKey)
    /// From the shell: products that somebody changed.
    case productsChanged([Product])
    /// From the shell: products with these ids were changed by somebody; `nil` for any product.
    case productsMoved(Set<Int64>?)
    /// From the shell: the database answers again.
    case databaseReturned
}

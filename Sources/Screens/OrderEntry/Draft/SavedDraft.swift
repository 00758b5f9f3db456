package import Domain

/// A draft as the journal keeps it.
package struct SavedDraft: Hashable, Sendable {
    package let draft: OrderDraft
    /// Who entered it: keys are valid for one person only, so a draft is offered to nobody else.
    package let owner: Identifier<User>
    package let savedAt: Moment

    package init(draft: OrderDraft, owner: Identifier<User>, savedAt: Moment) {
        (self.draft, self.owner, self.savedAt) = (draft, owner, savedAt)
    }
}

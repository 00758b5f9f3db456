/// A login that has not ended.
package struct LoginSession: Hashable, Sendable {
    package let id: Identifier<LoginSession>
    package let user: Identifier<User>
    /// The face, as ``Principal/Source``.
    package let source: String
    /// From where, as far as the listener knows.
    package let address: String?
    package let userAgent: String?
    package let createdAt: Moment
    /// To the minute.
    package let lastUsedAt: Moment
    /// When it ends even if it is used.
    package let expiresAt: Moment

    package init(
        id: Identifier<LoginSession>, user: Identifier<User>, source: String, address: String?, userAgent: String?,
        createdAt: Moment, lastUsedAt: Moment, expiresAt: Moment
    ) {
        (self.id, self.user, self.source) = (id, user, source)
        (self.address, self.userAgent, self.createdAt) = (address, userAgent, createdAt)
        (self.lastUsedAt, self.expiresAt) = (lastUsedAt, expiresAt)
    }
}

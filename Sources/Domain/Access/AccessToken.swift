import Wording

/// A key that a person has made for a program.
package struct AccessToken: Hashable, Sendable {
    package let id: Identifier<AccessToken>
    package let user: Identifier<User>
    package let name: String
    package let scopes: Set<TokenScope>
    package let createdAt: Moment
    /// To the minute; `nil` if it never was.
    package let lastUsedAt: Moment?
    package let expiresAt: Moment

    package init(
        id: Identifier<AccessToken>, user: Identifier<User>, name: String, scopes: Set<TokenScope>,
        createdAt: Moment, lastUsedAt: Moment?, expiresAt: Moment
    ) {
        (self.id, self.user, self.name, self.scopes) = (id, user, name, scopes)
        (self.createdAt, self.lastUsedAt, self.expiresAt) = (createdAt, lastUsedAt, expiresAt)
    }
}

/// What is needed to make a token, checked.
package struct NewAccessToken: Hashable, Sendable {
    /// How many days a token may live.
    package static let days = 1...366

    package let name: String
    package let scopes: Set<TokenScope>
    package let days: Int

    /// Reads the fields as they were typed; scopes stand in one text, parted by blanks (RFC 6749 section 3.3).
    /// - Throws: ``InvalidInput`` with every broken rule.
    package init(name: String, scope: String, days: Int = 90) throws(InvalidInput) {
        var checker = Checker()
        let name = checker.check { () throws(Violation) in try Text.name(name, field: "name") }
        var known: Set<TokenScope> = []
        let words = scope.split(separator: " ", maxSplits: Self.maximumScopes)
        for word in words.prefix(Self.maximumScopes) {
            guard let scope = TokenScope(String(word)) else {
                checker.fail(
                    Violation("scope", "choice", "A scope is read, write, accounts, or the name of an operation."))
                break
            }
            known.insert(scope)
        }
        if words.isEmpty { checker.fail(Violation("scope", "required", "A token needs a scope.")) }
        if words.count > Self.maximumScopes {
            checker.fail(Violation("scope", "too-long", "At most \(Self.maximumScopes) scopes."))
        }
        if !Self.days.contains(days) {
            checker.fail(Violation("days", "range", "A token lives for 1 to 366 days."))
        }
        try checker.finish()
        (self.name, self.scopes, self.days) = (name ?? "", known, days)
    }

    private static let maximumScopes = 50
}

import Wording

/// What lets a person log in.
package struct Account: Hashable, Sendable {
    package let user: Identifier<User>
    package let login: String
    package let name: String
    package let role: Role
    /// Whether there is a password; without one nobody logs in as this person.
    package let hasPassword: Bool
    package let disabledAt: Moment?
    package let archivedAt: Moment?
    package let createdAt: Moment
    package let passwordChangedAt: Moment?

    package init(
        user: Identifier<User>, login: String, name: String, role: Role, hasPassword: Bool, disabledAt: Moment?,
        archivedAt: Moment?, createdAt: Moment, passwordChangedAt: Moment?
    ) {
        (self.user, self.login, self.name, self.role) = (user, login, name, role)
        (self.hasPassword, self.disabledAt, self.archivedAt) = (hasPassword, disabledAt, archivedAt)
        (self.createdAt, self.passwordChangedAt) = (createdAt, passwordChangedAt)
    }
}

/// What is needed to make an account, checked.
package struct NewAccount: Hashable, Sendable {
    package let login: Login
    package let name: String
    package let role: Role
    package let password: NewPassword
    /// The customer who is to log in; `nil` makes a new person.
    package let user: Identifier<User>?

    /// Reads the fields as they were typed.
    ///
    /// `name` is not needed for a person who is there already.
    /// - Throws: ``InvalidInput`` with every broken rule.
    package init(
        login: String, name: String?, role: Role, password: String, user: Identifier<User>? = nil
    ) throws(InvalidInput) {
        var checker = Checker()
        let checked = checker.check { () throws(Violation) in try Login(login) }
        var person: String?
        if user == nil {
            person = checker.check { () throws(Violation) in try Text.name(name ?? "", field: "name") }
        } else if role != .customer {
            checker.fail(Violation("role", "choice", "An account for a customer has the role customer."))
        }
        let secret = checker.check { () throws(Violation) in
            try NewPassword(password, unlike: [login, name ?? ""])
        }
        try checker.finish()
        guard let checked, let secret else { throw InvalidInput(checker.violations) }
        (self.login, self.name, self.role, self.password, self.user) = (checked, person ?? "", role, secret, user)
    }
}

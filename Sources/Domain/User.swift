/// A person: a customer, or one of the staff.
package struct User: Hashable, Sendable {
    package let id: Identifier<User>
    package let role: Role
    /// The name used to log in; staff only.
    package let login: String?
    package let name: String
    package let email: String?
    package let phone: String?
    package let note: String?
    package let archivedAt: Moment?
    package let createdAt: Moment
    package let updatedAt: Moment
    /// Counts the edits, from 1: an edit names the version that it started from.
    package let version: Int

    package init(
        id: Identifier<User>, role: Role, login: String?, name: String, email: String?, phone: String?, note: String?,
        archivedAt: Moment?, createdAt: Moment, updatedAt: Moment, version: Int
    ) {
        (self.id, self.role, self.login, self.name) = (id, role, login, name)
        (self.email, self.phone, self.note, self.archivedAt) = (email, phone, note, archivedAt)
        (self.createdAt, self.updatedAt, self.version) = (createdAt, updatedAt, version)
    }
}

/// What is needed to create a customer, checked.
package struct NewUser: Hashable, Sendable {
    package let name: String
    package let email: String?
    package let phone: String?
    package let note: String?

    /// Reads the fields as they were typed: blanks around them are dropped, empty optional ones are none.
    /// - Throws: ``InvalidInput`` with every broken rule.
    package init(
        name: String, email: String? = nil, phone: String? = nil, note: String? = nil
    ) throws(InvalidInput) {
        var checker = Checker()
        let name = checker.check { () throws(Violation) in try Text.name(name, field: "name") }
        let email = checker.check { () throws(Violation) in try Text.email(email) }
        let phone = checker.check { () throws(Violation) in try Text.phone(phone) }
        let note = checker.check { () throws(Violation) in try Text.note(note) }
        try checker.finish()
        (self.name, self.email, self.phone, self.note) = (name ?? "", email ?? nil, phone ?? nil, note ?? nil)
    }
}

/// The fields of a user that an edit sets; those left `.keep` stay as they are.
package struct UserEdit: Hashable, Sendable {
    package let name: Edit<String>
    package let email: Edit<String?>
    package let phone: Edit<String?>
    package let note: Edit<String?>

    /// Reads the fields as they were typed; the rules are those of ``NewUser``.
    /// - Throws: ``InvalidInput`` with every broken rule.
    package init(
        name: Edit<String> = .keep, email: Edit<String?> = .keep, phone: Edit<String?> = .keep,
        note: Edit<String?> = .keep
    ) throws(InvalidInput) {
        var checker = Checker()
        let newName = checker.check { () throws(Violation) in
            try name.map { value throws(Violation) in try Text.name(value, field: "name") }
        }
        let newEmail = checker.check { () throws(Violation) in try email.map(Text.email) }
        let newPhone = checker.check { () throws(Violation) in try phone.map(Text.phone) }
        let newNote = checker.check { () throws(Violation) in try note.map(Text.note) }
        try checker.finish()
        (self.name, self.email, self.phone, self.note) =
            (newName ?? .keep, newEmail ?? .keep, newPhone ?? .keep, newNote ?? .keep)
    }
}

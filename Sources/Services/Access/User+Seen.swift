import Domain

extension User {
    /// The user as somebody of this role may see them.
    ///
    /// Customers, who see themselves alone, don't see what the staff has noted about them; viewers see the telephone
    /// number and the address of nobody in full.
    func seen(by role: Role) -> User {
        switch role {
        case .customer: copy(email: email, phone: phone, note: nil)
        case .viewer: copy(email: email.map(Self.masked(address:)), phone: phone.map(Self.masked(number:)), note: note)
        case .operator_, .manager, .admin: self
        }
    }

    private func copy(email: String?, phone: String?, note: String?) -> User {
        User(
            id: id, role: role, login: login, name: name, email: email, phone: phone, note: note,
            archivedAt: archivedAt, createdAt: createdAt, updatedAt: updatedAt, version: version)
    }

    /// The first letter, and the domain: enough to tell two people apart.
    private static func masked(address: String) -> String {
        let domain = address.drop { $0 != "@" }
        return "\(address.prefix(1))\u{2026}\(domain)"
    }

    /// The last two digits.
    private static func masked(number: String) -> String {
        let digits = number.filter { $0.isASCII && $0.isNumber }
        return "\u{2026}\(digits.suffix(2))"
    }
}

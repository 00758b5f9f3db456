/// Who asks for an operation, and through which face.
package struct Principal: Hashable, Sendable {
    /// The face through which somebody asks.
    package enum Source: String, Sendable, CaseIterable {
        case terminal, http, cli, importer
    }

    package let id: Identifier<User>
    package let name: String
    package let role: Role
    package let source: Source
    package let credential: Credential

    package init(
        id: Identifier<User>, name: String, role: Role, source: Source, credential: Credential = .machine
    ) {
        (self.id, self.name, self.role, self.source) = (id, name, role, source)
        self.credential = credential
    }

    /// The same person through another face.
    package func through(_ source: Source) -> Principal {
        Principal(id: id, name: name, role: role, source: source, credential: credential)
    }

    /// Somebody who has not logged in, and may do nothing.
    package static func nobody(through source: Source) -> Principal {
        Principal(id: Identifier(0), name: "nobody", role: .customer, source: source, credential: .nothing)
    }

    /// Whether anybody is known to ask.
    package var isKnown: Bool { credential != .nothing }
}

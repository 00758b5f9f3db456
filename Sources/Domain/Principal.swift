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

    package init(id: Identifier<User>, name: String, role: Role, source: Source) {
        (self.id, self.name, self.role, self.source) = (id, name, role, source)
    }

    /// The same person through another face.
    package func through(_ source: Source) -> Principal {
        Principal(id: id, name: name, role: role, source: source)
    }
}

/// What each role may do in one operation: a row of the table of permissions.
package struct Permission: Hashable, Sendable {
    private let viewer, operator_, manager, admin, customer: Reach

    /// The columns in the order of the table: viewer, operator, manager, admin, customer.
    package init(_ viewer: Reach, _ operator_: Reach, _ manager: Reach, _ admin: Reach, customer: Reach) {
        (self.viewer, self.operator_, self.manager, self.admin) = (viewer, operator_, manager, admin)
        self.customer = customer
    }

    /// How far a role may go.
    package subscript(role: Role) -> Reach {
        switch role {
        case .viewer: viewer
        case .operator_: operator_
        case .manager: manager
        case .admin: admin
        case .customer: customer
        }
    }
}

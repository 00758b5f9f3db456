/// What each role may do in one operation: a row of the table of permissions.
package struct Permission: Hashable, Sendable {
    private let reaches: [Role: Reach]

    /// The columns in the order of the table: viewer, operator, manager, admin, customer.
    package init(_ viewer: Reach, _ operator_: Reach, _ manager: Reach, _ admin: Reach, customer: Reach) {
        reaches = [.viewer: viewer, .operator_: operator_, .manager: manager, .admin: admin, .customer: customer]
    }

    /// How far a role may go.
    package subscript(role: Role) -> Reach { reaches[role] ?? .none }
}

package import Domain

extension Principal {
    /// How far the principal may go in `operation`: what the role permits, cut down to the scopes of a token.
    package func reach(in operation: OperationID) -> Reach {
        guard isKnown, isWithinScopes(operation) else { return .none }
        return operation.permission[role]
    }

    /// How far the principal may go in `operation`, if at all.
    /// - Throws: ``ServiceError/unauthenticated``, ``ServiceError/forbidden(_:)`` if the role may not do it,
    ///   ``ServiceError/insufficientScope(_:)`` if a token may not.
    @discardableResult
    package func require(_ operation: OperationID) throws(ServiceError) -> Reach {
        guard isKnown else { throw .unauthenticated }
        let access = operation.permission[role]
        guard access != .none else { throw .forbidden(operation) }
        guard isWithinScopes(operation) else { throw .insufficientScope(operation) }
        return access
    }

    /// The one user whose rows may be read or changed in `operation`; `nil` for all.
    ///
    /// For a customer that is themselves.
    /// - Throws: as ``require(_:)``.
    func owner(in operation: OperationID) throws(ServiceError) -> Identifier<User>? {
        switch try require(operation) {
        case .all: nil
        case .own: id
        case .none: throw .forbidden(operation)
        }
    }

    /// Asks for the permission to change a member of staff, or somebody who can log in: all but administrators may
    /// change customers and themselves only.
    func requireStaffRight(over user: User, in operation: OperationID) throws(ServiceError) {
        if user.role != .customer, user.id != id, role != .admin { throw .forbidden(operation) }
    }

    private func isWithinScopes(_ operation: OperationID) -> Bool {
        guard case .token(_, let scopes) = credential else { return true }
        return scopes.cover(operation)
    }

    /// - Throws: ``ServiceError/invalid(_:)`` with every discount that is more than the principal's role may give.
    func requireDiscounts(of order: PlaceOrder) throws(ServiceError) {
        let violations = order.lines.enumerated().compactMap { index, line in
            role.violation(of: line.discount)?.below("items/\(index)")
        }
        if !violations.isEmpty { throw .invalid(violations) }
    }
}

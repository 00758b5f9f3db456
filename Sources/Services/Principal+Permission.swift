package import Domain

extension OperationID {
    /// The least roles that may do this.
    ///
    /// One table for every face; what is not here does not compile.
    package var permittedRoles: Set<Role> {
        switch self {
        case .listUsers, .getUser, .listProducts, .getProduct, .findProduct, .listStockMoves, .listOrders, .getOrder,
            .listOrderLines, .getOrderLine, .readDashboard, .followEvents:
            [.viewer, .operator_, .manager, .admin]
        case .createUser, .editUser, .adjustStock, .placeOrder, .cancelOrder, .moveOrder, .editOrder:
            [.operator_, .manager, .admin]
        case .archiveUser, .restoreUser, .createProduct, .editProduct, .archiveProduct, .restoreProduct, .importOrders,
            .listAudit:
            [.manager, .admin]
        case .seedShop, .verifyBooks: [.admin]
        }
    }
}

extension Principal {
    /// - Throws: ``ServiceError/forbidden(_:)`` if the principal's role may not do `operation`.
    package func require(_ operation: OperationID) throws(ServiceError) {
        guard operation.permittedRoles.contains(role) else { throw .forbidden(operation) }
    }

    /// - Throws: ``ServiceError/invalid(_:)`` with every discount that is more than the principal's role may give.
    func requireDiscounts(of order: PlaceOrder) throws(ServiceError) {
        let violations = order.lines.enumerated().compactMap { index, line in
            role.violation(of: line.discount)?.below("items/\(index)")
        }
        if !violations.isEmpty { throw .invalid(violations) }
    }
}

/// The vocabulary of the program: everything that anybody may ask it to do.
///
/// The raw value is the permission, the name in the audit log, the metric's label, the OpenAPI `operationId`,
/// the command line's and the palette's entry.
package enum OperationID: String, Sendable, CaseIterable {
    case listUsers, getUser, createUser, editUser, archiveUser, restoreUser
    case listProducts, getProduct, findProduct, createProduct, editProduct, archiveProduct, restoreProduct
    case adjustStock, correctStock, listStockMoves
    case listOrders, getOrder, placeOrder, cancelOrder, moveOrder, editOrder, getOrderHistory
    case listOrderLines, getOrderLine, addOrderLine, editOrderLine, removeOrderLine
    case listAudit, readDashboard, followEvents, watchServer
    case seedShop, importOrders, verifyBooks
    case logIn, logOut, readAccount, changePassword, listSessions, endSession
    case listTokens, createToken, revokeToken
    case listAccounts, createAccount, resetPassword, setRole, disableAccount, enableAccount
}

extension OperationID {
    /// What an operation touches, which is how tokens are narrowed.
    package enum Kind: String, Sendable, CaseIterable {
        /// It changes nothing.
        case read
        /// It changes what the shop keeps.
        case write
        /// It is about who may do what: passwords, sessions, tokens, accounts.
        case accounts
    }

    /// The kind of the operation.
    package var kind: Kind {
        switch self {
        case .listUsers, .getUser, .listProducts, .getProduct, .findProduct, .listStockMoves, .listOrders, .getOrder,
            .getOrderHistory, .listOrderLines, .getOrderLine, .listAudit, .readDashboard, .followEvents, .watchServer,
            .verifyBooks,
            .readAccount:
            .read
        case .createUser, .editUser, .archiveUser, .restoreUser, .createProduct, .editProduct, .archiveProduct,
            .restoreProduct, .adjustStock, .correctStock, .placeOrder, .cancelOrder, .moveOrder, .editOrder,
            .addOrderLine, .editOrderLine, .removeOrderLine, .seedShop, .importOrders:
            .write
        case .logIn, .logOut, .changePassword, .listSessions, .endSession, .listTokens, .createToken, .revokeToken,
            .listAccounts, .createAccount, .resetPassword, .setRole, .disableAccount, .enableAccount:
            .accounts
        }
    }
}

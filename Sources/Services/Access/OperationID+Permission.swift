package import Domain

extension OperationID {
    /// The table of permissions: one for every face; what is not in here does not compile.
    ///
    /// `own` is, for a customer, what is about them; for staff, the orders that they have placed themselves and their
    /// own rows of the audit log. The accounts' own operations, from ``readAccount`` on, act on whoever asks.
    package var permission: Permission {
        switch self {
        //                                     viewer operator manager admin
        case .listUsers, .getUser: Permission(.all, .all, .all, .all, customer: .own)
        case .createUser: Permission(.none, .all, .all, .all, customer: .none)
        case .editUser: Permission(.none, .all, .all, .all, customer: .own)
        case .archiveUser, .restoreUser: Permission(.none, .none, .all, .all, customer: .none)
        case .listProducts, .getProduct, .findProduct: Permission(.all, .all, .all, .all, customer: .all)
        case .createProduct, .editProduct, .archiveProduct, .restoreProduct:
            Permission(.none, .none, .all, .all, customer: .none)
        case .adjustStock: Permission(.none, .all, .all, .all, customer: .none)
        case .correctStock: Permission(.none, .none, .all, .all, customer: .none)
        case .listStockMoves: Permission(.all, .all, .all, .all, customer: .none)
        case .listOrders, .getOrder, .getOrderHistory, .listOrderLines, .getOrderLine:
            Permission(.all, .all, .all, .all, customer: .own)
        case .placeOrder: Permission(.none, .all, .all, .all, customer: .own)
        case .cancelOrder: Permission(.none, .own, .all, .all, customer: .none)
        case .moveOrder, .editOrder, .addOrderLine, .editOrderLine, .removeOrderLine:
            Permission(.none, .all, .all, .all, customer: .none)
        case .listAudit: Permission(.none, .own, .all, .all, customer: .none)
        case .watchServer: Permission(.none, .none, .all, .all, customer: .none)
        case .readDashboard, .followEvents: Permission(.all, .all, .all, .all, customer: .none)
        case .importOrders: Permission(.none, .none, .all, .all, customer: .none)
        case .seedShop, .verifyBooks: Permission(.none, .none, .none, .all, customer: .none)
        case .logIn, .logOut, .readAccount, .changePassword, .listSessions, .endSession:
            Permission(.own, .own, .own, .own, customer: .own)
        case .listTokens, .createToken, .revokeToken: Permission(.own, .own, .own, .all, customer: .none)
        case .listAccounts, .createAccount, .resetPassword, .setRole, .disableAccount, .enableAccount:
            Permission(.none, .none, .none, .all, customer: .none)
        }
    }

    /// The roles that may do this, with their own or with everything.
    package var permittedRoles: Set<Role> { Set(Role.allCases.filter { permission[$0] != .none }) }
}

package import Domain

extension OperationID {
    /// Where an operation stands in the schema.
    package enum SchemaPlace: Equatable, Sendable {
        /// The field of the query root that does it.
        case query(String)
        /// A field of the mutation root that has the operation's name.
        case mutation
        /// Fields of the subscription root.
        case subscription([String])
        /// Nowhere, for this reason.
        case nowhere(String)
    }

    /// The field that does this; a new operation does not compile until it has one, or a reason.
    package var schemaPlace: SchemaPlace {
        switch self {
        case .listUsers: .query("users")
        case .getUser: .query("user")
        case .listProducts: .query("products")
        case .getProduct: .query("product")
        case .findProduct: .query("productByCode")
        case .listStockMoves: .query("stockMoves")
        case .listOrders: .query("orders")
        case .getOrder: .query("order")
        case .listOrderLines: .query("orderLines")
        case .getOrderLine: .query("orderLine")
        case .getOrderHistory: .query("orderHistory")
        case .listAudit: .query("auditRecords")
        case .readDashboard: .query("dashboard")
        case .readAccount: .query("me")
        case .listSessions: .query("mySessions")
        case .listTokens: .query("myTokens")
        case .createUser, .editUser, .archiveUser, .restoreUser, .createProduct, .editProduct, .archiveProduct,
            .restoreProduct, .adjustStock, .placeOrder, .cancelOrder, .moveOrder, .editOrder, .addOrderLine,
            .editOrderLine, .removeOrderLine, .logIn, .logOut, .changePassword, .endSession, .createToken,
            .revokeToken:
            .mutation
        case .followEvents: .subscription(["orderChanged", "productChanged", "stockLow"])
        case .correctStock: .nowhere("It is what `adjustStock` needs where pieces are counted anew.")
        case .listAccounts, .createAccount, .resetPassword, .setRole, .disableAccount, .enableAccount:
            .nowhere("The accounts of others are looked after at /accounts and on the command line.")
        case .watchServer: .nowhere("It is about the listener itself: /metrics, and the details of /health.")
        case .seedShop, .importOrders, .verifyBooks:
            .nowhere("It works on the whole database for minutes, and belongs to the command line.")
        }
    }
}

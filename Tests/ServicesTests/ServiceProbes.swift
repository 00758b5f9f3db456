import Domain
import Logging
import Postgres
import Services
import Testing

/// One call of the services for each operation, at something that is not the principal's own.
struct ServiceProbes {
    let shop: Shop
    /// Somebody else's.
    let customer: User
    let product: Product
    let order: Order
    let account: Account
    let token: Identifier<AccessToken>
    let session: Identifier<LoginSession>

    init(_ shop: Shop) async throws {
        self.shop = shop
        customer = try await shop.customer("Somebody Else")
        product = try await shop.product(stock: 100_000)
        order = try await shop.place(try shop.request(customer, [(product, 1)])).order
        account = try await shop.account("else", .viewer)
        session = try await shop.logIn("else").session.id
        let new = try NewAccessToken(name: "else", scope: "read")
        token = try await shop.services.auth.createToken(new, for: account.user, as: shop.operator_).token.id
    }

    /// An order of somebody else's that nothing has happened to.
    private func fresh() async throws -> Identifier<Order> {
        try await shop.place(try shop.request(customer, [(product, 1)])).order.id
    }

    private var data: Operations { Operations(pool: shop.pool, logger: Logger(label: "test")) }

    /// Asks for an operation.
    /// - Returns: whether something of somebody else's was seen or changed; `nil` where the operation has no such.
    func ask(_ operation: OperationID, as principal: Principal) async throws -> Bool? {
        if let seen = try await askForRecords(operation, as: principal) { return seen }
        if let seen = try await askForOrders(operation, as: principal) { return seen }
        return try await askForAccounts(operation, as: principal)
    }

    private func askForRecords(_ operation: OperationID, as principal: Principal) async throws -> Bool? {
        let (users, products, stock) = (shop.services.users, shop.services.products, shop.services.stock)
        switch operation {
        case .listUsers:
            let request = UserListRequest(filter: UserFilter(), sort: .id, isDescending: false)
            let suggested =
                try await users.suggest("Somebody", as: principal)
                + users.list(
                    bearing: .name("Somebody Else"), as: principal)
            let listed = try await users.list(request, as: principal).items
            let picked = try await users.list(ids: [customer.id], as: principal)
            return (suggested + listed + picked.values).contains { $0.id == customer.id }
        case .getUser: return try await users.get(customer.id, as: principal).id == customer.id
        case .createUser: return try await users.create(NewUser(name: "New"), as: principal).name == "New"
        case .editUser:
            return try await users.edit(customer.id, UserEdit(phone: .set("123")), as: principal).phone == "123"
        case .archiveUser: return try await users.archive(customer.id, as: principal).id == customer.id
        case .restoreUser: return try await users.restore(customer.id, as: principal).id == customer.id
        case .listProducts:
            let request = ProductListRequest(filter: ProductFilter(), sort: .id, isDescending: false)
            return try await products.list(request, as: principal).items.contains { $0.id == product.id }
        case .getProduct: return try await products.get(product.id, as: principal).id == product.id
        case .findProduct: return try await products.find(code: product.sku, as: principal) != nil
        case .createProduct:
            let new = try NewProduct(sku: "N-\(UInt64.random(in: 0 ... .max))", name: "New", price: "1", stock: 0)
            return try await products.create(new, as: principal).name == "New"
        case .editProduct:
            return try await products.edit(product.id, ProductEdit(name: .set("Tea")), as: principal).name == "Tea"
        case .archiveProduct:
            return try await products.archive(shop.product("A-\(UInt64.random(in: 0 ... .max))").id, as: principal)
                .archivedAt != nil
        case .restoreProduct: return try await products.restore(product.id, as: principal).id == product.id
        case .adjustStock:
            return try await stock.adjust(StockAdjustment(product: product.id, delta: 1), as: principal).id
                == product.id
        case .correctStock:
            let change = try StockAdjustment(product: product.id, delta: -1, reason: .correction)
            return try await stock.adjust(change, as: principal).id == product.id
        case .listStockMoves:
            let request = StockMoveListRequest(filter: StockMoveFilter(), sort: .id, isDescending: true)
            return try await !stock.moves(request, as: principal).items.isEmpty
        default: return nil
        }
    }

    private func askForOrders(_ operation: OperationID, as principal: Principal) async throws -> Bool? {
        let orders = shop.services.orders
        switch operation {
        case .listOrders:
            let request = OrderListRequest(filter: OrderFilter(), sort: .id, isDescending: false)
            let listed = try await orders.list(request, as: principal).items
            let picked = try await orders.list(ids: [order.id], as: principal)
            return (listed + picked).contains { $0.id == order.id }
        case .getOrder: return try await orders.get(order.id, as: principal).id == order.id
        case .listOrderLines:
            let request = OrderLineListRequest(filter: OrderLineFilter(), sort: .id, isDescending: false)
            let listed = try await orders.listLines(request, as: principal).items
            let picked = try await orders.lines(of: [order.id], as: principal)
            return !listed.isEmpty || !picked.isEmpty
        case .getOrderLine: return try await orders.getLine(order.lines[0].id, as: principal).order == order.id
        case .placeOrder:
            return try await orders.place(shop.request(customer, [(product, 1)]), as: principal).order.user
                == customer.id
        case .cancelOrder: return try await orders.cancel(fresh(), as: principal).status == .cancelled
        case .moveOrder: return try await orders.move(fresh(), to: .paid, as: principal).status == .paid
        case .editOrder: return try await orders.edit(order.id, OrderEdit(note: .set("x")), as: principal).note == "x"
        case .getOrderHistory:
            let request = AuditListRequest(filter: AuditFilter(), sort: .id, isDescending: false)
            return try await !orders.history(of: order.id, request, as: principal).items.isEmpty
        case .addOrderLine:
            let line = PlaceOrder.Line(product: product.id, quantity: 1)
            return try await orders.addLine(NewOrderLine(order: fresh(), line: line), as: principal).quantity == 1
        case .editOrderLine:
            let placed = try await orders.get(fresh(), as: shop.operator_)
            let edit = try OrderLineEdit(quantity: .set(2))
            return try await orders.editLine(placed.lines[0].id, edit, as: principal).quantity == 2
        case .removeOrderLine:
            let placed = try await fresh()
            let line = PlaceOrder.Line(product: product.id, quantity: 1)
            let added = try await orders.addLine(NewOrderLine(order: placed, line: line), as: shop.operator_)
            try await orders.removeLine(added.id, as: principal)
            return true
        case .listAudit:
            let request = AuditListRequest(filter: AuditFilter(), sort: .id, isDescending: false)
            return try await shop.services.audit.list(request, as: principal).items
                .contains { $0.actor == shop.operator_.id }
        case .readDashboard:
            let calendar = FilterCalendar(now: Moment(microseconds: 0), offsetSeconds: 0)
            return try await !shop.services.dashboard.read(calendar, as: principal).days.isEmpty
        case .followEvents:
            _ = try await shop.services.events.follow(as: principal)
            return true
        case .watchServer:
            // No service stands behind it: HTTP asks for the permission itself.
            return try principal.require(.watchServer) == .all
        case .seedShop:
            return try await refusals {
                _ = try await SeedService(data).run(SeedOptions(orders: 1, seed: 1), as: principal)
            }
        case .importOrders:
            return try await refusals {
                _ = try await ImportService(data).run(ImportOptions(file: "/nonexistent"), as: principal)
            }
        case .verifyBooks:
            return try await refusals { _ = try await VerifyService(data).run(as: principal) }
        default: return nil
        }
    }

    private func askForAccounts(_ operation: OperationID, as principal: Principal) async throws -> Bool? {
        let (auth, accounts) = (shop.services.auth, shop.services.accounts)
        switch operation {
        case .logIn:
            try principal.require(.logIn)
            return nil
        case .logOut:
            try await auth.logOut(as: principal)
            return nil
        case .readAccount: return try await auth.account(of: principal).user == account.user
        case .changePassword:
            try await auth.changePassword(
                from: "wrong", to: "a whole new secret", origin: LoginOrigin(address: nil), as: principal)
            return nil
        case .listSessions: return try await auth.sessions(of: principal).contains { $0.id == session }
        case .endSession:
            try await auth.endSession(session, as: principal)
            return true
        case .listTokens: return try await auth.tokens(of: account.user, as: principal).map(\.id) == [token]
        case .createToken:
            _ = try await auth.createToken(NewAccessToken(name: "x", scope: "read"), for: account.user, as: principal)
            return true
        case .revokeToken:
            // One that is there, so that only permission stands in the way.
            let new = try NewAccessToken(name: "else", scope: "read")
            let other = try await auth.createToken(new, for: account.user, as: shop.operator_).token.id
            try await auth.revokeToken(other, as: principal)
            return true
        case .listAccounts:
            let request = AccountListRequest(filter: AccountFilter(), sort: .id, isDescending: false)
            return try await accounts.list(request, as: principal).items.contains { $0.user == account.user }
        case .createAccount:
            let login = "n\(UInt32.random(in: 0 ... .max))"
            let new = try NewAccount(login: login, name: "New", role: .viewer, password: Shop.password)
            return try await accounts.create(new, as: principal).login == login
        case .resetPassword:
            return try await accounts.resetPassword(of: account.user, to: Shop.password, as: principal).user
                == account.user
        case .setRole: return try await accounts.setRole(.viewer, of: account.user, as: principal).role == .viewer
        case .disableAccount: return try await accounts.disable(account.user, as: principal).disabledAt != nil
        case .enableAccount: return try await accounts.enable(account.user, as: principal).disabledAt == nil
        default: return nil
        }
    }

    /// Runs a data program; what is not a refusal of its own is none of permission.
    private func refusals(_ body: () async throws -> Void) async throws -> Bool {
        do {
            try await body()
        } catch DataError.refused(let refusal) {
            throw refusal
        } catch is DataError {
            return true
        }
        return true
    }
}

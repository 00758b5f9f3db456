import Domain
import Postgres
import Services
import TestSupport
import Testing

/// Who may do what, through the services, for every operation, role and face.
@Suite struct PermissionMatrixTests {
    /// The matrix as it was decided: viewer, operator, manager, admin, customer.
    static let decided: [OperationID: String] = [
        .listUsers: "all all all all own", .getUser: "all all all all own", .createUser: "- all all all -",
        .editUser: "- all all all own", .archiveUser: "- - all all -", .restoreUser: "- - all all -",
        .listProducts: "all all all all all", .getProduct: "all all all all all", .findProduct: "all all all all all",
        .createProduct: "- - all all -", .editProduct: "- - all all -", .archiveProduct: "- - all all -",
        .restoreProduct: "- - all all -", .adjustStock: "- all all all -", .correctStock: "- - all all -",
        .listStockMoves: "all all all all -", .listOrders: "all all all all own", .getOrder: "all all all all own",
        .listOrderLines: "all all all all own", .getOrderLine: "all all all all own",
        .placeOrder: "- all all all own", .cancelOrder: "- own all all -", .moveOrder: "- all all all -",
        .editOrder: "- all all all -", .getOrderHistory: "all all all all own", .addOrderLine: "- all all all -",
        .editOrderLine: "- all all all -", .removeOrderLine: "- all all all -", .listAudit: "- own all all -",
        .readDashboard: "all all all all -",
        .followEvents: "all all all all -", .watchServer: "- - all all -", .seedShop: "- - - all -",
        .importOrders: "- - all all -",
        .verifyBooks: "- - - all -", .logIn: "own own own own own", .logOut: "own own own own own",
        .readAccount: "own own own own own", .changePassword: "own own own own own",
        .listSessions: "own own own own own", .endSession: "own own own own own", .listTokens: "own own own all -",
        .createToken: "own own own all -", .revokeToken: "own own own all -", .listAccounts: "- - - all -",
        .createAccount: "- - - all -", .resetPassword: "- - - all -", .setRole: "- - - all -",
        .disableAccount: "- - - all -", .enableAccount: "- - - all -",
    ]

    static let roles: [Role] = [.viewer, .operator_, .manager, .admin, .customer]

    @Test("The table of the program is the matrix that was decided, and every operation has a row in both")
    func table() throws {
        #expect(Set(Self.decided.keys) == Set(OperationID.allCases))
        for operation in OperationID.allCases {
            let words = Self.roles.map { role in
                operation.permission[role] == .none ? "-" : operation.permission[role].rawValue
            }
            #expect(words.joined(separator: " ") == Self.decided[operation], "\(operation)")
        }
    }

    @Test("Every operation is refused or done as the matrix says, through every face", arguments: roles)
    func services(_ role: Role) async throws {
        try await Shop.open { shop in
            let probes = try await ServiceProbes(shop)
            let person = try await shop.account("me", role)
            let session = try await shop.logIn("me").session.id
            for operation in OperationID.allCases {
                for source in Principal.Source.allCases {
                    let principal = Principal(
                        id: person.user, name: "Me", role: role, source: source, credential: .session(session))
                    let outcome = await Outcome { try await probes.ask(operation, as: principal) }
                    expect(outcome, of: operation, by: role, "\(operation) as \(role) through \(source)")
                    // The tries at passwords must not run into the throttle, nor a logout end what is needed.
                    try await shop.run("DELETE FROM site.s_login_throttle")
                    if operation == .logOut { try await revive(session, of: person.user, shop) }
                }
            }
        }
    }

    @Test("Nobody, and a token without a scope for it, are refused every operation by name")
    func refusesOutsiders() throws {
        for operation in OperationID.allCases {
            for role in Self.roles {
                let nobody = Principal.nobody(through: .http)
                #expect(throws: ServiceError.unauthenticated) { try nobody.require(operation) }
                for kind in OperationID.Kind.allCases {
                    let token = Principal(
                        id: Identifier(1), name: "Robot", role: role, source: .http,
                        credential: .token(Identifier(1), scopes: [.kind(kind)]))
                    let reach = operation.permission[role]
                    #expect(token.reach(in: operation) == (kind == operation.kind ? reach : .none))
                    if reach != .none, kind != operation.kind {
                        #expect(throws: ServiceError.insufficientScope(operation)) { try token.require(operation) }
                    }
                }
            }
        }
    }

    @Test("A customer does what is their own, and an operator cancels the orders that they have placed")
    func own() async throws {
        try await Shop.open { shop in
            let product = try await shop.product(stock: 100)
            let ann = try await shop.account("ann", .customer)
            let me = try await shop.logIn("ann").principal
            let request = try PlaceOrder(
                user: ann.user, lines: [PlaceOrder.Line(product: product.id, quantity: 1)], key: IdempotencyKey("k"))
            let order = try await shop.services.orders.place(request, as: me).order
            #expect(try await shop.services.orders.get(order.id, as: me) == order)
            #expect(try await shop.services.orders.getLine(order.lines[0].id, as: me) == order.lines[0])
            #expect(try await shop.services.orders.lines(of: [order.id], as: me).count == 1)
            let edited = try await shop.services.users.edit(
                ann.user, UserEdit(email: .set("ann@example.com")), as: me)
            #expect(edited.email == "ann@example.com")
            await #expect(throws: ServiceError.self) {
                try await shop.services.users.edit(ann.user, UserEdit(note: .set("VIP")), as: me)
            }
            _ = try await shop.services.users.edit(ann.user, UserEdit(note: .set("slow")), as: shop.operator_)
            #expect(try await shop.services.users.get(ann.user, as: me).note == nil)
            _ = try await shop.account("olena", .operator_)
            let olena = try await shop.logIn("olena").principal
            let other = try shop.request(try await shop.customer(), [(product, 1)])
            let mine = try await shop.services.orders.place(other, as: olena).order
            #expect(try await shop.services.orders.cancel(mine.id, as: olena).status == .cancelled)
            await #expect(throws: ServiceError.forbidden(.cancelOrder)) {
                try await shop.services.orders.edit(order.id, OrderEdit(status: .set(.cancelled)), as: olena)
            }
        }
    }

    @Test("A viewer sees nobody's address and telephone number in full, in lists, searches and alone")
    func masksContacts() async throws {
        try await Shop.open { shop in
            let new = try NewUser(name: "Ada", email: "ada@example.com", phone: "+380 67 123 45 67")
            let ada = try await shop.services.users.create(new, as: shop.operator_)
            let viewer = Principal(id: Identifier(999), name: "V", role: .viewer, source: .http)
            let request = UserListRequest(filter: UserFilter(text: "Ada"), sort: .id, isDescending: false)
            let users = shop.services.users
            let seen = [
                try await users.get(ada.id, as: viewer), try await users.list(request, as: viewer).items.first,
                try await users.suggest("Ada", as: viewer).first,
                try await users.list(ids: [ada.id], as: viewer)[ada.id],
                try await users.list(bearing: .name("Ada"), as: viewer).first,
            ]
            for user in seen {
                #expect(user?.name == "Ada")
                #expect(user?.email == "a\u{2026}@example.com")
                #expect(user?.phone == "\u{2026}67")
            }
            #expect(try await users.get(ada.id, as: shop.operator_).phone == "+380 67 123 45 67")
        }
    }

    private enum Outcome {
        case done(seesForeign: Bool?)
        case refused(any Error)

        init(_ body: () async throws -> Bool?) async {
            do { self = .done(seesForeign: try await body()) } catch { self = .refused(error) }
        }

        var refusal: ServiceError? {
            if case .refused(let error) = self { error as? ServiceError } else { nil }
        }
    }

    private func expect(_ outcome: Outcome, of operation: OperationID, by role: Role, _ comment: Comment) {
        let unknown: [ServiceError] = [.unauthenticated, .invalidToken, .insufficientScope(operation)]
        switch operation.permission[role] {
        case .none: #expect(outcome.refusal == .forbidden(operation), comment)
        case .all: #expect(outcome.refusal.map { ([.forbidden(operation)] + unknown).contains($0) } != true, comment)
        case .own:
            if case .done(true?) = outcome { Issue.record("Something foreign was seen or changed: \(comment)") }
            #expect(outcome.refusal.map { unknown.contains($0) } != true, comment)
            // An operator may see the orders of all, so that those of others can be told from missing ones.
            if operation != .cancelOrder { #expect(outcome.refusal != .forbidden(operation), comment) }
        }
    }

    /// Puts a session back that was ended.
    private func revive(_ session: Identifier<LoginSession>, of user: Identifier<User>, _ shop: Shop) async throws {
        try await shop.run(
            """
            INSERT INTO site.s_session (id, user_id, token_hash, source, idle_seconds, expires_at)
            VALUES (\(session.value), \(user.value), sha256('again'), 'http', 3600, now() + interval '1 day')
            ON CONFLICT DO NOTHING
            """)
    }
}

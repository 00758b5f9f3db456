import Domain
import Postgres
import Services
import Testing

/// The administration of accounts.
@Suite struct AccountServiceTests {
    @Test("A login is taken once, and a customer who is there already may get one")
    func creates() async throws {
        try await Shop.open { shop in
            let accounts = shop.services.accounts
            let olena = try await shop.account("olena", .manager)
            #expect(olena.hasPassword)
            await #expect(throws: ServiceError.conflict(.loginTaken)) { try await shop.account("Olena", .viewer) }
            let customer = try await shop.customer()
            let new = try NewAccount(
                login: "ivanenko", name: nil, role: .customer, password: Shop.password, user: customer.id)
            let account = try await accounts.create(new, as: shop.operator_)
            #expect(account.user == customer.id)
            #expect(account.name == customer.name)
            await #expect(throws: ServiceError.unknownReference(field: "userId", id: customer.id.value)) {
                try await accounts.create(
                    NewAccount(login: "again", name: nil, role: .customer, password: Shop.password, user: customer.id),
                    as: shop.operator_)
            }
            let request = AccountListRequest(filter: AccountFilter(), sort: .id, isDescending: false)
            let logins = try await accounts.list(request, as: shop.operator_).items.map(\.login)
            #expect(logins == ["tester", "olena", "ivanenko"])
        }
    }

    @Test("The last administrator can't be taken away in any way, and one of two can")
    func lastAdministrator() async throws {
        try await Shop.open { shop in
            let accounts = shop.services.accounts
            let boss = try await shop.account("boss", .admin)
            let last = ServiceError.conflict(.lastAdministrator)
            await #expect(throws: last) { try await accounts.disable(boss.user, as: shop.operator_) }
            await #expect(throws: last) { try await accounts.setRole(.manager, of: boss.user, as: shop.operator_) }
            await #expect(throws: last) { try await shop.services.users.archive(boss.user, as: shop.operator_) }
            let second = try await shop.account("second", .admin)
            _ = try await accounts.disable(second.user, as: shop.operator_)
            await #expect(throws: last) { try await accounts.disable(boss.user, as: shop.operator_) }
            _ = try await accounts.enable(second.user, as: shop.operator_)
            _ = try await accounts.setRole(.manager, of: boss.user, as: shop.operator_)
            await #expect(throws: last) { try await accounts.disable(second.user, as: shop.operator_) }
        }
    }

    @Test("Of two administrators who take each other away at once, one stays")
    func lastAdministratorRace() async throws {
        try await Shop.open { shop in
            for round in 1...8 {
                let (one, two) = (
                    try await shop.account("one\(round)", .admin), try await shop.account("two\(round)", .admin)
                )
                async let first: Void = attempt {
                    try await shop.services.accounts.disable(one.user, as: shop.operator_)
                }
                async let second: Void = attempt {
                    try await shop.services.accounts.setRole(.viewer, of: two.user, as: shop.operator_)
                }
                _ = await (first, second)
                let left = try await shop.number(
                    """
                    SELECT count(*) AS n FROM site.s_user u JOIN site.s_account a ON a.user_id = u.id
                    WHERE u.role = 'admin' AND a.disabled_at IS NULL
                    """)
                #expect(left == 1)
                try await shop.run("DELETE FROM site.s_account")
            }
        }
    }

    @Test("Nobody raises their own role, and staff are changed by administrators only")
    func staffRights() async throws {
        try await Shop.open { shop in
            let boss = try await shop.account("boss", .admin)
            let manager = try await shop.account("mia", .manager)
            let mia = try await shop.logIn("mia").principal
            let own = try await shop.logIn("boss").principal
            await #expect(throws: ServiceError.self) {
                try await shop.services.accounts.setRole(.viewer, of: boss.user, as: own)
            }
            await #expect(throws: ServiceError.forbidden(.setRole)) {
                try await shop.services.accounts.setRole(.admin, of: manager.user, as: mia)
            }
            await #expect(throws: ServiceError.forbidden(.archiveUser)) {
                try await shop.services.users.archive(boss.user, as: mia)
            }
            await #expect(throws: ServiceError.forbidden(.editUser)) {
                try await shop.services.users.edit(boss.user, UserEdit(name: .set("Nobody")), as: mia)
            }
            let edited = try await shop.services.users.edit(manager.user, UserEdit(name: .set("Mia M")), as: mia)
            #expect(edited.name == "Mia M")
        }
    }

    private func attempt<Value>(_ body: () async throws -> Value) async {
        do {
            _ = try await body()
        } catch {
            #expect(error as? ServiceError == .conflict(.lastAdministrator))
        }
    }
}

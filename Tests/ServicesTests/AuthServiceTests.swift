import Domain
import Postgres
import Repositories
import Services
import Testing

/// Logins, sessions and tokens, on a real database.
@Suite struct AuthServiceTests {
    @Test("Login and password begin a session, whose token speaks for its person")
    func logsIn() async throws {
        try await Shop.open { shop in
            let olena = try await shop.account("olena", .operator_)
            let started = try await shop.logIn("OLENA")
            #expect(started.token.hasPrefix("oblik_ses_"))
            #expect(started.principal.id == olena.user)
            let principal = try await shop.services.auth.authenticate(started.token, through: .http)
            #expect(principal.role == .operator_)
            #expect(principal.source == .http)
            #expect(principal.credential == .session(started.session.id))
            let stored = try await shop.number(
                "SELECT count(*) AS n FROM site.s_session WHERE encode(token_hash, 'hex') LIKE '%oblik%'")
            #expect(stored == 0)
            #expect(
                try await shop.number("SELECT count(*) AS n FROM site.s_audit WHERE operation = 'logIn'") == 1)
        }
    }

    @Test("A wrong password, an unknown login, a disabled account and an archived person get one answer")
    func refusesAlike() async throws {
        try await Shop.open { shop in
            _ = try await shop.account("olena", .operator_)
            let off = try await shop.account("off", .operator_)
            _ = try await shop.services.accounts.disable(off.user, as: shop.operator_)
            let gone = try await shop.account("gone", .operator_)
            _ = try await shop.services.users.archive(gone.user, as: shop.operator_)
            await #expect(throws: ServiceError.invalidCredentials) { try await shop.logIn("olena", "wrong") }
            await #expect(throws: ServiceError.invalidCredentials) { try await shop.logIn("olena", "") }
            for login in ["nobody", "", "off", "gone", "tester", String(repeating: "a", count: 5000)] {
                await #expect(throws: ServiceError.invalidCredentials, "\(login.prefix(9))") {
                    try await shop.logIn(login)
                }
            }
        }
    }

    @Test("After five tries a login waits, whatever the address; another login does not, and a success forgets")
    func throttlesLogins() async throws {
        try await Shop.open { shop in
            _ = try await shop.account("olena", .operator_)
            _ = try await shop.account("ivan", .operator_)
            for number in 1...4 {
                await #expect(throws: ServiceError.invalidCredentials) {
                    try await shop.logIn("olena", "wrong", from: "10.0.0.\(number)")
                }
            }
            _ = try await shop.logIn("olena")
            #expect(
                try await shop.number("SELECT count(*) AS n FROM site.s_login_throttle WHERE subject LIKE 'l%'") == 0)
            for number in 1...5 {
                await #expect(throws: ServiceError.invalidCredentials) {
                    try await shop.logIn("olena", "wrong", from: "10.0.1.\(number)")
                }
            }
            // The clock of the wait is the database's: what is left of it does not depend on this machine's pace.
            try await shop.run("UPDATE site.s_login_throttle SET next_at = now() + interval '40 s' WHERE attempts = 5")
            await #expect(throws: ServiceError.tooManyAttempts(retryAfter: 40)) { try await shop.logIn("olena") }
            _ = try await shop.logIn("ivan")
            try await shop.run("UPDATE site.s_login_throttle SET next_at = now() WHERE attempts = 5")
            _ = try await shop.logIn("olena")
        }
    }

    @Test("The wait of a login doubles up to a minute, and a quarter of an hour forgets it")
    func waitDoubles() async throws {
        try await Shop.open { shop in
            var waits: [Int] = []
            for _ in 1...12 {
                await #expect(throws: ServiceError.invalidCredentials) { try await shop.logIn("x", from: nil) }
                waits.append(
                    try await shop.number(
                        "SELECT extract(epoch FROM next_at - last_at)::bigint AS n FROM site.s_login_throttle"))
                try await shop.run("UPDATE site.s_login_throttle SET next_at = now()")
            }
            #expect(waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60])
            try await shop.run("UPDATE site.s_login_throttle SET last_at = now() - interval '16 minutes'")
            await #expect(throws: ServiceError.invalidCredentials) { try await shop.logIn("x", from: nil) }
            #expect(try await shop.number("SELECT attempts::bigint AS n FROM site.s_login_throttle") == 1)
        }
    }

    @Test("An address has twenty tries a minute, in whatever names, and what it is refused counts for no name")
    func throttlesAddresses() async throws {
        try await Shop.open { shop in
            for number in 1...3 {
                await #expect(throws: ServiceError.invalidCredentials) { try await shop.logIn("n\(number)") }
            }
            let source: SQL = "subject = 'address:10.0.0.1'"
            #expect(
                try await shop.number("SELECT attempts::bigint AS n FROM site.s_login_throttle WHERE \(source)") == 3)
            try await shop.run(
                "UPDATE site.s_login_throttle SET next_at = now() + interval '100 seconds' WHERE \(source)")
            let error = try await #require(throws: ServiceError.self) { try await shop.logIn("n4") }
            #expect((1...43).map { ServiceError.tooManyAttempts(retryAfter: $0) }.contains(error))
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_login_throttle") == 4)
            await #expect(throws: ServiceError.invalidCredentials) { try await shop.logIn("n4", from: "10.9.9.9") }
            try await shop.run(
                "UPDATE site.s_login_throttle SET next_at = now() + interval '57 seconds' WHERE \(source)")
            await #expect(throws: ServiceError.invalidCredentials) { try await shop.logIn("n4") }
        }
    }

    @Test("A session ends by logging out, by being idle, by its age, and others may not end it")
    func sessionsEnd() async throws {
        try await Shop.open { shop in
            let auth = shop.services.auth
            _ = try await shop.account("olena", .operator_)
            _ = try await shop.account("ivan", .admin)
            let (first, second, third) = (
                try await shop.logIn("olena"), try await shop.logIn("olena"), try await shop.logIn("olena")
            )
            let ivan = try await shop.logIn("ivan").principal
            #expect(try await auth.sessions(of: first.principal).map(\.id).count == 3)
            let foreign = ServiceError.notFound(entity: "session", id: second.session.id.value)
            await #expect(throws: foreign) { try await auth.endSession(second.session.id, as: ivan) }
            try await auth.logOut(as: first.principal)
            await #expect(throws: ServiceError.invalidToken) {
                try await auth.authenticate(first.token, through: .http)
            }
            await #expect(throws: ServiceError.invalidToken) { try await auth.renewed(first.principal) }
            try await shop.run(
                "UPDATE site.s_session SET last_used_at = now() - interval '9 hours' WHERE id = \(second.session.id)")
            await #expect(throws: ServiceError.invalidToken) {
                try await auth.authenticate(second.token, through: .http)
            }
            try await shop.run("UPDATE site.s_session SET expires_at = now() WHERE id = \(third.session.id)")
            await #expect(throws: ServiceError.invalidToken) {
                try await auth.authenticate(third.token, through: .http)
            }
            for text in ["", "oblik_ses_", "oblik_ses_" + String(repeating: "0", count: 64), first.token + "0"] {
                await #expect(throws: ServiceError.invalidToken) { try await auth.authenticate(text, through: .http) }
            }
        }
    }

    @Test("Disabling, archiving, another role and another password act at the next request")
    func changesActAtOnce() async throws {
        try await Shop.open { shop in
            let (auth, accounts) = (shop.services.auth, shop.services.accounts)
            let olena = try await shop.account("olena", .operator_)
            let session = try await shop.logIn("olena")
            _ = try await accounts.setRole(.viewer, of: olena.user, as: shop.operator_)
            #expect(try await auth.authenticate(session.token, through: .http).role == .viewer)
            #expect(try await auth.renewed(session.principal).role == .viewer)
            let new = try NewAccessToken(name: "robot", scope: "read")
            let token = try await auth.createToken(new, as: session.principal)
            _ = try await accounts.disable(olena.user, as: shop.operator_)
            for text in [session.token, token.text] {
                await #expect(throws: ServiceError.invalidToken) { try await auth.authenticate(text, through: .http) }
            }
            _ = try await accounts.enable(olena.user, as: shop.operator_)
            await #expect(throws: ServiceError.invalidToken) {
                try await auth.authenticate(session.token, through: .http)
            }
            #expect(try await auth.authenticate(token.text, through: .http).id == olena.user)
            let again = try await shop.logIn("olena")
            _ = try await accounts.resetPassword(of: olena.user, to: "another long secret", as: shop.operator_)
            for text in [again.token, token.text] {
                await #expect(throws: ServiceError.invalidToken) { try await auth.authenticate(text, through: .http) }
            }
            let last = try await shop.logIn("olena", "another long secret")
            _ = try await shop.services.users.archive(olena.user, as: shop.operator_)
            await #expect(throws: ServiceError.invalidToken) { try await auth.authenticate(last.token, through: .http) }
        }
    }

    @Test("Changing the password needs the current one, ends the other sessions, and keeps one's own")
    func changesPassword() async throws {
        try await Shop.open { shop in
            let auth = shop.services.auth
            _ = try await shop.account("olena", .operator_)
            let (mine, other) = (try await shop.logIn("olena"), try await shop.logIn("olena"))
            func change(_ current: String, _ new: String) async throws {
                try await auth.changePassword(
                    from: current, to: new, origin: LoginOrigin(address: nil), as: mine.principal)
            }
            await #expect(throws: ServiceError.self) { try await change("wrong", "a whole new secret") }
            await #expect(throws: ServiceError.self) { try await change(Shop.password, "short") }
            try await change(Shop.password, "a whole new secret")
            #expect(try await auth.authenticate(mine.token, through: .http).id == mine.principal.id)
            await #expect(throws: ServiceError.invalidToken) {
                try await auth.authenticate(other.token, through: .http)
            }
            await #expect(throws: ServiceError.invalidCredentials) { try await shop.logIn("olena") }
            _ = try await shop.logIn("olena", "a whole new secret")
        }
    }

    @Test("A hash of another cost is made anew at the next login, and stays good")
    func rehashes() async throws {
        try await Shop.open { shop in
            let olena = try await shop.account("olena", .operator_)
            let cheap = "$argon2id$v=19$m=8,t=1,p=1$"
            try await shop.setCheapHash(of: olena.user)
            _ = try await shop.logIn("olena")
            let old = try await shop.number(
                "SELECT count(*) AS n FROM site.s_account WHERE password_hash LIKE \("\(cheap)%")")
            #expect(old == 0)
            _ = try await shop.logIn("olena")
        }
    }

    @Test("A token does what its scopes name, and never more than its owner may")
    func scopes() async throws {
        try await Shop.open { shop in
            let auth = shop.services.auth
            _ = try await shop.account("vera", .viewer)
            let vera = try await shop.logIn("vera").principal
            let made = try await auth.createToken(try NewAccessToken(name: "all", scope: "read write"), as: vera)
            let robot = try await auth.authenticate(made.text, through: .http)
            #expect(try robot.require(.listOrders) == .all)
            #expect(throws: ServiceError.forbidden(.placeOrder)) { try robot.require(.placeOrder) }
            #expect(throws: ServiceError.insufficientScope(.listTokens)) { try robot.require(.listTokens) }
            let narrow = try await auth.createToken(
                try NewAccessToken(name: "keys", scope: "createToken getOrder"), as: vera)
            let keys = try await auth.authenticate(narrow.text, through: .http)
            await #expect(throws: ServiceError.insufficientScope(.createToken)) {
                try await auth.createToken(try NewAccessToken(name: "more", scope: "read"), as: keys)
            }
            _ = try await auth.createToken(try NewAccessToken(name: "same", scope: "getOrder"), as: keys)
            #expect(try await auth.tokens(as: vera).map(\.name) == ["same", "keys", "all"])
            try await auth.revokeToken(made.token.id, as: vera)
            await #expect(throws: ServiceError.invalidToken) { try await auth.authenticate(made.text, through: .http) }
            try await shop.run("UPDATE site.s_token SET expires_at = now()")
            await #expect(throws: ServiceError.invalidToken) {
                try await auth.authenticate(narrow.text, through: .http)
            }
        }
    }

    @Test("Nobody makes a token in another's name, or revokes it, but administrators see and revoke all")
    func foreignTokens() async throws {
        try await Shop.open { shop in
            let auth = shop.services.auth
            let olena = try await shop.account("olena", .operator_)
            _ = try await shop.account("boss", .admin)
            _ = try await shop.account("vera", .viewer)
            let (boss, vera) = (try await shop.logIn("boss").principal, try await shop.logIn("vera").principal)
            let new = try NewAccessToken(name: "robot", scope: "read")
            let missing = ServiceError.notFound(entity: "account", id: olena.user.value)
            for person in [boss, vera] {
                await #expect(throws: missing) { try await auth.createToken(new, for: olena.user, as: person) }
            }
            let token = try await auth.createToken(new, for: olena.user, as: shop.operator_).token
            await #expect(throws: missing) { try await auth.tokens(of: olena.user, as: vera) }
            await #expect(throws: ServiceError.notFound(entity: "token", id: token.id.value)) {
                try await auth.revokeToken(token.id, as: vera)
            }
            #expect(try await auth.tokens(of: olena.user, as: boss) == [token])
            try await auth.revokeToken(token.id, as: boss)
            #expect(try await auth.tokens(of: olena.user, as: boss) == [])
        }
    }

    @Test("At most two passwords are hashed at a time, and who comes when too many wait is told so at once")
    func boundsHashing() async throws {
        try await Shop.open { shop in
            let outcomes = await withTaskGroup(of: ServiceError?.self) { group in
                for number in 1...50 {
                    group.addTask {
                        do throws(ServiceError) {
                            _ = try await shop.logIn("n\(number)", from: "10.1.0.\(number)")
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.allSatisfy { $0 == .invalidCredentials || $0 == .busy })
            #expect(outcomes.contains(.invalidCredentials))
        }
    }
}

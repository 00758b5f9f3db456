import Domain
import HTTPAPI
import JSON
import Postgres
import Services
import TestSupport
import Testing

/// Logging in over HTTP, and what a token is good for.
@Suite struct AuthAPITests {
    @Test("Without a token only health, documents and the login answer; the refusal says how to go on")
    func needsLogin() async throws {
        try await API.open(login: true) { api in
            for target in ["/users", "/orders/1", "/auth/me", "/accounts"] {
                let response = try await api.get(target)
                #expect(response.status == 401, "\(target)")
                #expect(try response.json["code"] == "authentication-required")
                #expect(response.headers["www-authenticate"] == "Bearer realm=\"oblik\"")
            }
            #expect(try await api.post("/users", "{").status == 401)
            for target in ["/health", "/health/live", "/docs/problems/invalid-token"] {
                #expect(try await api.get(target).status == 200, "\(target)")
            }
            #expect(try await api.get("/nowhere").status == 404)
        }
    }

    @Test("A login gives a token, the token speaks for its person, and logging out ends it")
    func logsInAndOut() async throws {
        try await API.open(login: true) { api in
            _ = try await api.account("olena", .operator_)
            let answer = try await api.post(
                "/auth/login", #"{"login":"Olena","password":"\#(API.password)"}"#, headers: [("User-Agent", "Test/1")])
            #expect(answer.status == 200)
            #expect(answer.headers["cache-control"] == "no-store")
            let json = try answer.json
            #expect(
                json.objectValue?.names == ["accessToken", "tokenType", "expiresIn", "expiresAt", "sessionId", "user"])
            #expect(json["tokenType"] == "Bearer")
            #expect(json["expiresIn"] == 604_800)
            #expect(json["user"]?["role"] == "operator")
            let token = try #require(json["accessToken"]?.stringValue)
            let me = try await api.get("/auth/me", token)
            #expect(me.headers["cache-control"] == "no-store")
            #expect(try me.json["login"] == "olena")
            #expect(try me.json["credential"] == "session")
            #expect(try me.json["permissions"]?["cancelOrder"] == "own")
            #expect(try me.json["permissions"]?["archiveUser"] == nil)
            let sessions = try await api.get("/auth/sessions", token).json
            #expect(sessions.arrayValue?.count == 1)
            #expect(sessions.arrayValue?.first?["userAgent"] == "Test/1")
            #expect(sessions.arrayValue?.first?["address"] == "127.0.0.1")
            #expect(sessions.arrayValue?.first?["id"] == json["sessionId"])
            #expect(try await api.send("POST", "/auth/logout", headers: API.bearer(token)).status == 204)
            let ended = try await api.get("/auth/me", token)
            #expect(ended.status == 401)
            #expect(ended.headers["www-authenticate"] == "Bearer realm=\"oblik\", error=\"invalid_token\"")
        }
    }

    @Test(
        "A wrong token is refused also where none is needed",
        arguments: [
            "Bearer x", "Bearer", "Basic b2xlbmE6eA==", "Bearer oblik_ses_0 more", "",
            "bearer oblik_pat_" + String(repeating: "0", count: 64),
        ])
    func refusesWrongTokens(field: String) async throws {
        try await API.open { api in
            #expect(try await api.get("/users").status == 200)
            let response = try await api.get("/users", headers: [("Authorization", field)])
            #expect(response.status == 401)
            #expect(try response.json["code"] == "invalid-token")
        }
    }

    @Test("A token with one bit turned, at each place, is refused with the same answer")
    func bitFlips() async throws {
        try await API.open(login: true) { api in
            let token = try await api.logIn("olena", .operator_)
            let reference = try await api.get("/auth/me", "oblik_ses_x").withoutID
            for place in stride(from: 0, to: token.utf8.count, by: 7) {
                var bytes = Array(token.utf8)
                bytes[place] ^= 1
                let response = try await api.get("/auth/me", String(decoding: bytes, as: UTF8.self))
                #expect(response.status == 401)
                #expect(response.withoutID == reference)
            }
            #expect(try await api.get("/auth/me", token).status == 200)
        }
    }

    @Test("A wrong password, and a login that nobody has, get the same answer; too many tries get 429 with the wait")
    func refusesCredentials() async throws {
        try await API.open(login: true) { api in
            _ = try await api.account("olena", .operator_)
            func attempt(_ login: String) async throws -> TestResponse {
                try await api.post("/auth/login", #"{"login":"\#(login)","password":"wrong"}"#)
            }
            let known = try await attempt("olena")
            #expect(known.status == 401)
            #expect(try known.json["code"] == "invalid-credentials")
            #expect(try await attempt("nobody").withoutID == known.withoutID)
            for _ in 1...4 { _ = try await attempt("olena") }
            let late = try await attempt("olena")
            #expect(late.status == 429)
            #expect(try late.json["code"] == "too-many-attempts")
            #expect(late.headers["retry-after"].flatMap { Int($0) } != nil)
            let shape = try await api.post("/auth/login", #"{"login":"olena","password":1,"role":"admin"}"#)
            #expect(shape.status == 422)
            #expect(try shape.json["errors"]?.arrayValue?.count == 2)
        }
    }

    @Test("A token for a program does what its scopes name; the rest is refused by the name of the scope it lacks")
    func scopes() async throws {
        try await API.open(login: true) { api in
            let session = try await api.logIn("olena", .operator_)
            let made = try await api.send(
                "POST", "/auth/tokens", headers: API.bearer(session), json: #"{"name":"robot","scope":"read"}"#)
            #expect(made.status == 201)
            let token = try #require(try made.json["token"]?.stringValue)
            #expect(try await api.get("/orders", token).status == 200)
            let refused = try await api.send("POST", "/users", headers: API.bearer(token), json: #"{"name":"A"}"#)
            #expect(refused.status == 403)
            #expect(try refused.json["code"] == "insufficient-scope")
            #expect(
                refused.headers["www-authenticate"]
                    == "Bearer realm=\"oblik\", error=\"insufficient_scope\", scope=\"write createUser\"")
            let list = try await api.get("/auth/tokens", session).json.arrayValue ?? []
            #expect(list.map { $0["name"]?.stringValue } == ["robot"])
            #expect(list.allSatisfy { $0["token"] == nil })
            let id = try #require(list.first?["id"]?.intValue)
            #expect(try await api.send("DELETE", "/auth/tokens/\(id)", headers: API.bearer(session)).status == 204)
            #expect(try await api.send("DELETE", "/auth/tokens/\(id)", headers: API.bearer(session)).status == 404)
            #expect(try await api.get("/orders", token).status == 401)
            let wrong = try await api.send(
                "POST", "/auth/tokens", headers: API.bearer(session), json: #"{"name":"","scope":"fly","days":0}"#)
            #expect(wrong.status == 422)
            #expect(
                try wrong.json["errors"]?.arrayValue?.map { $0["pointer"]?.stringValue } == [
                    "/name", "/days", "/scope",
                ])
        }
    }

    @Test("An administrator makes, changes and disables accounts; each change is felt by the next request")
    func administers() async throws {
        try await API.open(login: true) { api in
            let boss = try await api.logIn("boss", .admin)
            let made = try await api.send(
                "POST", "/accounts", headers: API.bearer(boss),
                json: #"{"login":"vera","name":"Vera","role":"viewer","password":"\#(API.password)"}"#)
            #expect(made.status == 201)
            #expect(made.body.firstRange(of: Array("argon2".utf8)) == nil)
            let id = try #require(try made.json["id"]?.intValue)
            let vera = try await api.logIn("vera")
            #expect(try await api.get("/accounts", vera).status == 403)
            #expect(
                try await api.send("POST", "/users", headers: API.bearer(vera), json: #"{"name":"A"}"#).status == 403)
            let role = try await api.send(
                "POST", "/accounts/\(id)/role", headers: API.bearer(boss), json: #"{"role":"operator"}"#)
            #expect(role.status == 200)
            #expect(
                try await api.send("POST", "/users", headers: API.bearer(vera), json: #"{"name":"A"}"#).status == 201)
            #expect(try await api.send("POST", "/accounts/\(id)/disable", headers: API.bearer(boss)).status == 200)
            #expect(try await api.get("/orders", vera).status == 401)
            let list = try await api.get("/accounts?role.in=admin", boss)
            #expect(try list.json.arrayValue?.last?["login"] == "boss")
            let last = try #require(try list.json.arrayValue?.last?["id"]?.intValue)
            let refused = try await api.send("POST", "/accounts/\(last)/disable", headers: API.bearer(boss))
            #expect(refused.status == 409)
            #expect(try refused.json["code"] == "last-administrator")
        }
    }

    @Test("A customer sees and places their own, and what is not theirs is not there, byte for byte")
    func customers() async throws {
        try await API.open(login: true) { api in
            let boss = try await api.logIn("boss", .admin)
            let token = try await api.logIn("ann", .customer)
            let me = try #require(try await api.get("/auth/me", token).json["id"]?.intValue)
            let other = try await api.send("POST", "/users", headers: API.bearer(boss), json: #"{"name":"Other"}"#)
            let otherID = try #require(try other.json["id"]?.intValue)
            let product = try await api.send(
                "POST", "/products", headers: API.bearer(boss),
                json: #"{"sku":"A-1","name":"Tea","price":"2.00","stock":9}"#)
            let productID = try #require(try product.json["id"]?.intValue)
            func order(_ user: Int64, _ token: String) async throws -> TestResponse {
                let items = #"[{"productId":\#(productID),"quantity":1}]"#
                return try await api.send(
                    "POST", "/orders", headers: API.bearer(token), json: #"{"userId":\#(user),"items":\#(items)}"#)
            }
            let foreign = try await order(otherID, boss)
            #expect(foreign.status == 201)
            let foreignID = try #require(try foreign.json["id"]?.intValue)
            #expect(try await order(otherID, token).status == 404)
            let own = try await order(me, token)
            #expect(own.status == 201)
            let ownID = try #require(try own.json["id"]?.intValue)
            #expect(try await api.get("/orders", token).json.arrayValue?.map { $0["id"]?.intValue } == [ownID])
            #expect(try await api.get("/orders?userId=\(otherID)", token).json.arrayValue?.isEmpty == true)
            #expect(try await api.get("/order-items", token).json.arrayValue?.count == 1)
            #expect(try await api.get("/users", token).json.arrayValue?.map { $0["id"]?.intValue } == [me])
            #expect(try await api.get("/orders/\(ownID)", token).status == 200)
            for (foreign, missing) in [
                ("/orders/\(foreignID)", "/orders/999"), ("/users/\(otherID)", "/users/999"),
                ("/order-items/1", "/order-items/999"),
            ] {
                let (theirs, nobodys) = (try await api.get(foreign, token), try await api.get(missing, token))
                #expect(theirs.status == 404, "\(foreign)")
                let number = foreign.split(separator: "/").last ?? ""
                #expect(theirs.withoutID.replacing(" \(number).", with: " 999.") == nobodys.withoutID)
            }
            #expect(try await api.get("/products", token).status == 200)
            let patch = try await api.send(
                "PATCH", "/users/\(me)", headers: API.bearer(token), json: #"{"phone":"0501112233"}"#)
            #expect(patch.status == 200)
            let theirs = try await api.send(
                "PATCH", "/users/\(otherID)", headers: API.bearer(token), json: #"{"phone":"0501112233"}"#)
            #expect(theirs.status == 404)
            #expect(try await api.send("POST", "/orders/\(ownID)/cancel", headers: API.bearer(token)).status == 403)
        }
    }

    @Test("No answer holds a hash or a secret that the database keeps")
    func leaksNothing() async throws {
        try await API.open(login: true) { api in
            let boss = try await api.logIn("boss", .admin)
            let hashes = try await api.pool.query(
                """
                SELECT encode(token_hash, 'hex') AS text FROM site.s_session
                UNION ALL SELECT password_hash FROM site.s_account
                """)
            let planted = try hashes.map { try $0["text"] as String } + [API.password]
            for target in ["/auth/me", "/auth/sessions", "/auth/tokens", "/accounts", "/users", "/users/1"] {
                let body = String(decoding: try await api.get(target, boss).body, as: UTF8.self)
                for secret in planted + ["$argon2id$"] { #expect(!body.contains(secret), "\(target)") }
            }
        }
    }
}

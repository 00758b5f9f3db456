import Domain
import JSON
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct GraphQLAccessTests {
    private static func ask(_ api: API, _ document: String, _ token: String? = nil) async throws -> JSONValue {
        var writer = JSONWriter()
        writer.value(.object(JSONObject([("query", .string(document))])))
        let headers = (token.map(API.bearer) ?? []) + [("Content-Type", "application/json")]
        let response = try await api.send("POST", "/graphql", headers: headers, body: writer.bytes)
        #expect(response.headers["cache-control"] == "no-store")
        return try response.json
    }

    private static func logIn(_ login: String, _ password: String) -> String {
        """
        logIn(login: "\(login)", password: "\(password)") {
          __typename ... on LoggedIn { accessToken role session { id } } ... on Refusal { code }
        }
        """
    }

    @Test("Who logs in is known by the token until they log out")
    func logsInAndOut() async throws {
        try await API.open(login: true) { api in
            _ = try await api.account("olena", .operator_)
            let stranger = try await Self.ask(api, "{ me { credential } }")
            #expect(stranger["data"] == ["me": nil])
            #expect(stranger["errors"]?[0]?["extensions"]?["code"] == "UNAUTHENTICATED")
            let wrong = try await Self.ask(api, "mutation { \(Self.logIn("olena", "wrong")) }")
            #expect(wrong["data"]?["logIn"] == ["__typename": "InvalidCredentials", "code": "INVALID_CREDENTIALS"])
            let right = try await Self.ask(api, "mutation { \(Self.logIn("OLENA", API.password)) }")
            let session = try #require(right["data"]?["logIn"])
            #expect(session["role"] == "OPERATOR")
            let token = try #require(session["accessToken"]?.stringValue)
            let me = try await Self.ask(
                api,
                """
                { me { account { login } credential credentialId scopes permissions { operation reach } }
                  mySessions { id source } }
                """, token)
            #expect(me["data"]?["me"]?["account"] == ["login": "olena"])
            #expect(me["data"]?["me"]?["credential"] == "SESSION")
            #expect(me["data"]?["me"]?["credentialId"] == session["session"]?["id"])
            let permissions = me["data"]?["me"]?["permissions"]?.arrayValue ?? []
            #expect(permissions.count == OperationID.allCases.count)
            #expect(permissions.contains(["operation": "cancelOrder", "reach": "OWN"]))
            #expect(me["data"]?["mySessions"]?.arrayValue?.count == 1)
            let out = try await Self.ask(api, "mutation { logOut { ... on EndedSession { id } } }", token)
            #expect(out["data"]?["logOut"]?["id"] == session["session"]?["id"])
            #expect(try await api.get("/auth/me", token).status == 401)
        }
    }

    @Test("A password is changed by whoever knows it, and the other sessions end")
    func changesPasswords() async throws {
        try await API.open(login: true) { api in
            let other = try await api.logIn("olena", .operator_)
            let token = try await api.logIn("olena")
            func change(_ current: String, _ new: String) async throws -> JSONValue? {
                try await Self.ask(
                    api,
                    """
                    mutation {
                      changePassword(currentPassword: "\(current)", newPassword: "\(new)") {
                        __typename ... on InvalidInput { violations { path rule } } ... on Account { login }
                      }
                    }
                    """, token)["data"]?["changePassword"]
            }
            #expect(try await change(API.password, "short")?["violations"]?[0]?["path"] == "newPassword")
            #expect(
                try await change("wrong", "a whole new secret")?["violations"]
                    == [["path": "currentPassword", "rule": "mismatch"]])
            #expect(try await api.get("/auth/me", other).status == 200)
            #expect(try await change(API.password, "a whole new secret")?["login"] == "olena")
            #expect(try await api.get("/auth/me", other).status == 401)
            #expect(try await api.get("/auth/me", token).status == 200)
        }
    }

    @Test("Tokens are made, listed and revoked; sessions are ended")
    func keepsTokens() async throws {
        try await API.open(login: true) { api in
            let old = try await api.logIn("olena", .operator_)
            let token = try await api.logIn("olena")
            func create(_ scopes: String) async throws -> JSONValue? {
                try await Self.ask(
                    api,
                    """
                    mutation {
                      createToken(input: {name: "till", scopes: \(scopes)}) {
                        __typename ... on InvalidInput { violations { path rule } }
                        ... on CreatedToken { accessToken token { id name scopes } }
                      }
                    }
                    """, token)["data"]?["createToken"]
            }
            #expect(try await create("[\"read write\"]")?["violations"] == [["path": "scope", "rule": "choice"]])
            let made = try #require(try await create("[\"read\", \"placeOrder\"]"))
            #expect(made["token"]?["scopes"] == ["placeOrder", "read"])
            let text = try #require(made["accessToken"]?.stringValue)
            let me = try await Self.ask(api, "{ me { credential scopes } }", text)
            #expect(me["data"]?["me"] == ["credential": "TOKEN", "scopes": ["placeOrder", "read"]])
            let id = try #require(made["token"]?["id"]?.stringValue)
            let list = try await Self.ask(api, "{ myTokens { id name } mySessions { id } }", token)
            #expect(list["data"]?["myTokens"] == [["id": .string(id), "name": "till"]])
            let revoke = "mutation { revokeToken(id: \(id)) { __typename ... on NotFound { entity } } }"
            #expect(try await Self.ask(api, revoke, token)["data"]?["revokeToken"]?["__typename"] == "RevokedToken")
            #expect(try await Self.ask(api, revoke, token)["data"]?["revokeToken"]?["entity"] == "token")
            #expect(try await api.get("/auth/me", text).status == 401)
            let first = try #require(list["data"]?["mySessions"]?[1]?["id"]?.stringValue)
            let end = "mutation { endSession(id: \(first)) { ... on EndedSession { id } } }"
            #expect(try await Self.ask(api, end, token)["data"]?["endSession"]?["id"] == .string(first))
            #expect(try await api.get("/auth/me", old).status == 401)
        }
    }

    @Test("A hundred logins in one request are a hundred tries")
    func countsAliases() async throws {
        var options = HTTPOptions()
        options.graphQL.time = .seconds(600)
        var limits = HTTPLimits()
        limits.handlerDeadline = .seconds(600)
        try await API.open(limits: limits, options: options, login: true) { api in
            _ = try await api.account("olena", .operator_)
            let tries = (0..<100).map { "a\($0): \(Self.logIn("olena", "wrong"))" }
            let response = try await Self.ask(api, "mutation { \(tries.joined(separator: "\n")) }")
            #expect(response["errors"] == nil)
            let data = try #require(response["data"]?.objectValue)
            let codes = data.members.map { $0.value["code"]?.stringValue }
            #expect(codes.count == 100)
            #expect(codes.prefix(4).allSatisfy { $0 == "INVALID_CREDENTIALS" })
            #expect(codes.allSatisfy { $0 == "INVALID_CREDENTIALS" || $0 == "TOO_MANY_ATTEMPTS" })
            #expect(codes.contains("TOO_MANY_ATTEMPTS"))
        }
    }
}

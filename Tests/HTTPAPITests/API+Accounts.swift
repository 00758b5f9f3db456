import Domain
import JSON
import Postgres
import Services
import TestSupport
import Testing

/// Short ways to accounts and their tokens.
extension API {
    static let password = "three plain words"

    static func bearer(_ token: String) -> [(String, String)] { [("Authorization", "Bearer \(token)")] }

    func account(_ login: String, _ role: Role) async throws -> Account {
        try await services.accounts.create(
            NewAccount(login: login, name: "Person \(login)", role: role, password: Self.password), as: principal)
    }

    /// Logs in over HTTP and answers the token; makes the account first where a role is given.
    func logIn(_ login: String, _ role: Role? = nil) async throws -> String {
        if let role { _ = try await account(login, role) }
        let answer = try await post("/auth/login", #"{"login":"\#(login)","password":"\#(Self.password)"}"#)
        #expect(answer.status == 200)
        return try #require(try answer.json["accessToken"]?.stringValue)
    }

    func run(_ sql: SQL) async throws { _ = try await pool.query(sql) }

    func get(_ target: String, _ token: String) async throws -> TestResponse {
        try await get(target, headers: Self.bearer(token))
    }
}

extension TestResponse {
    /// The body without the request's id, to be compared.
    var withoutID: String {
        let text = String(decoding: body, as: UTF8.self)
        return text.replacing(/urn:request:[^"]+/, with: "urn:request:")
    }
}

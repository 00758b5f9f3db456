import Domain
import HTTPTypes
import Postgres
import Services
import TestSupport
import Testing

@testable import HTTPAPI

/// Who may do what over HTTP: every endpoint that there is, as every role.
///
/// GraphQL joins by ``hold(_:as:_:)``: for each field of its root types the operation behind it, and what became of it.
@Suite struct PermissionAPITests {
    private let table = OpenAPI.table

    @Test("Every endpoint is refused or let through as the table of permissions says", arguments: Role.allCases)
    func endpoints(_ role: Role) async throws {
        try await API.open(login: true) { api in
            let token = try await api.logIn("me", role)
            for endpoint in table.endpoints {
                guard let operation = endpoint.operation, operation != .logOut else { continue }
                // A stream that is let through has no end to wait for.
                if endpoint.rate == .stream, operation.permission[role] != .none { continue }
                let response = try await ask(endpoint, api, token)
                Self.hold(
                    operation, as: role, isForbidden: response.status == 403, "\(endpoint.method) \(endpoint.path)")
                #expect(response.status != 401 && response.status < 500, "\(endpoint.method) \(endpoint.path)")
                try await api.run("DELETE FROM site.s_login_throttle")
            }
        }
    }

    @Test("Without a token every endpoint that is not for anyone is refused with 401")
    func outsiders() async throws {
        try await API.open(login: true) { api in
            // The graph asks for itself what each of its fields needs.
            for endpoint in table.endpoints where endpoint.access != .anyone && endpoint.access != .known {
                let response = try await ask(endpoint, api, nil)
                #expect(response.status == 401, "\(endpoint.method) \(endpoint.path)")
                #expect(response.headers["www-authenticate"] != nil)
            }
        }
    }

    /// That what became of an operation is what the table says: refused if and only if the role may not do it.
    static func hold(_ operation: OperationID, as role: Role, isForbidden: Bool, _ comment: Comment) {
        // An operator's own orders can be told from those of others only by trying.
        if operation.permission[role] == .own, operation == .cancelOrder { return }
        #expect(isForbidden == (operation.permission[role] == .none), comment)
    }

    /// Sends what an endpoint takes to a row that is not there.
    private func ask(_ endpoint: Endpoint, _ api: API, _ token: String?) async throws -> TestResponse {
        let target = endpoint.path.description.replacing(/\{[^}]*\}/, with: "999999")
        var headers = token.map(API.bearer) ?? []
        guard endpoint.body != nil, let type = endpoint.consumes.first else {
            return try await api.send(endpoint.method.rawValue, target, headers: headers)
        }
        headers.append(("Content-Type", type.description))
        return try await api.send(endpoint.method.rawValue, target, headers: headers, body: Array("{}".utf8))
    }
}

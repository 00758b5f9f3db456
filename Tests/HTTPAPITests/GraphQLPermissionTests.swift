import Domain
import GraphQLAPI
import JSON
import Postgres
import Services
import TestSupport
import Testing

@testable import HTTPAPI

/// Who may do what through the graph: every field of its roots, as every role.
@Suite struct GraphQLPermissionTests {
    @Test("Every field is refused or let through as the table of permissions says", arguments: Role.allCases)
    func fields(_ role: Role) async throws {
        try await API.open(login: true) { api in
            let token = try await api.logIn("me", role)
            let documents = try await GraphDocuments.read(api)
            // Whoever logs out first is nobody afterwards.
            for operation in OperationID.allCases where operation != .logIn && operation != .logOut {
                for document in documents.documents(for: operation) {
                    // A stream that is let through has no end to wait for.
                    if operation == .followEvents, operation.permission[role] != .none { continue }
                    let code = try await Self.code(of: document, api, token)
                    PermissionAPITests.hold(operation, as: role, isForbidden: code == "FORBIDDEN", "\(document)")
                    // What is asked for is not there, where it may be asked for.
                    #expect([nil, "FORBIDDEN", "NOT_FOUND"].contains(code), "\(document)")
                }
                try await api.run("DELETE FROM site.s_login_throttle")
            }
            #expect(try await Self.code(of: documents.documents(for: .logOut)[0], api, token) == nil)
        }
    }

    @Test("Without a token every field but the login is refused")
    func outsiders() async throws {
        try await API.open(login: true) { api in
            let documents = try await GraphDocuments.read(api)
            var count = 0
            for operation in OperationID.allCases {
                for document in documents.documents(for: operation) {
                    let code = try await Self.code(of: document, api, nil)
                    #expect(code == (operation == .logIn ? nil : "UNAUTHENTICATED"), "\(document)")
                    count += 1
                }
            }
            #expect(count > 35)
        }
    }

    /// The code of the first error of an answer; of a mutation's result a refusal is none.
    private static func code(of document: String, _ api: API, _ token: String?) async throws -> String? {
        var writer = JSONWriter()
        writer.value(.object(JSONObject([("query", .string(document))])))
        let accept = document.hasPrefix("subscription") ? "text/event-stream" : "application/json"
        let headers = (token.map(API.bearer) ?? []) + [("Content-Type", "application/json"), ("Accept", accept)]
        let response = try await api.send("POST", "/graphql", headers: headers, body: writer.bytes)
        #expect(response.status == 200, "\(document)")
        let text = response.text.split(separator: "data: ", maxSplits: 1).last.map(String.init) ?? ""
        let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
        return try JSONValue(parsing: line)["errors"]?[0]?["extensions"]?["code"]?.stringValue
    }
}

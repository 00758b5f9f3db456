import Domain
import HTTPTypes
import JSON
import Postgres
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct GraphQLHTTPTests {
    private static let modern = "application/graphql-response+json"

    @Test(
        "What has become of a request is told as the audit wants it",
        arguments: [
            (#"{"query":"{ __typename }"}"#, 200, 200), ("{", 400, 400), ("[]", 400, 400),
            (#"{"q":"{ a }"}"#, 400, 400),
            (#"{"query":"{ __typename }","variables":[]}"#, 400, 400), (#"{"query":"{"}"#, 400, 200),
            (#"{"query":"{ nothing }"}"#, 400, 200),
            (#"{"query":"query A { __typename } query B { __typename }"}"#, 400, 200),
            (#"{"query":"query A($id: ID!) { user(id: $id) { id } }"}"#, 400, 200),
            (#"{"query":"{ user(id: \"x\") { id } }"}"#, 200, 200),
            (#"{"query":"{ __typename }","variables":null,"operationName":null,"more":1}"#, 200, 200),
        ])
    func statuses(_ body: String, _ modernStatus: Int, _ oldStatus: Int) async throws {
        try await API.open { api in
            let modern = try await api.post("/graphql", body, headers: [("Accept", Self.modern)])
            #expect(modern.status == modernStatus, "\(body)")
            #expect(modern.headers["content-type"] == "\(Self.modern); charset=utf-8")
            let old = try await api.post("/graphql", body)
            #expect(old.status == oldStatus, "\(body)")
            #expect(old.headers["content-type"] == "application/json; charset=utf-8")
            let answer = try old.json
            if try modern.json["data"] == nil {
                #expect(modernStatus == 400)
                #expect(answer["errors"]?[0]?["extensions"]?["code"]?.stringValue != nil)
            }
            if let error = answer["errors"]?[0] {
                #expect(error["extensions"]?["requestId"]?.stringValue == old.headers["x-request-id"])
            }
        }
    }

    @Test(
        "A text longer than the contract says is refused, whatever answer is asked for",
        arguments: ["query", "operationName"])
    func tooLong(_ member: String) async throws {
        try await API.open { api in
            let text = String(repeating: " ", count: 1_000_001)
            let rest = member == "query" ? "" : #""query":"{ __typename }","#
            for accept in [Self.modern, "application/json"] {
                let body = "{\(rest)\"\(member)\":\"\(text)\"}"
                let answer = try await api.post("/graphql", body, headers: [("Accept", accept)])
                #expect(answer.status == 400)
                let error = try answer.json["errors"]?[0]
                #expect(error?["extensions"]?["code"] == "MALFORMED_REQUEST")
                #expect(
                    error?["message"] == .string("The member \"\(member)\" is too long: At most 1000000 characters."))
            }
        }
    }

    @Test("The draft of 2026 has statuses of its own", arguments: GraphQLStatuses.Condition.allCases)
    func draft(_ condition: GraphQLStatuses.Condition) {
        let expected: [GraphQLStatuses.Condition: Int] = [
            .unreadable: 400, .malformed: 422, .syntax: 400, .refused: 422, .complete: 200, .partial: 294, .late: 503,
        ]
        #expect(GraphQLStatuses.draft2026.status(of: condition, as: .graphQLResponse).code == expected[condition])
        let old = GraphQLStatuses.draft2026.status(of: condition, as: .json)
        #expect(old == GraphQLStatuses.audit.status(of: condition, as: .json))
    }

    @Test("A query may come with GET, a mutation may not")
    func methods() async throws {
        try await API.open { api in
            let query = try await api.get(
                "/graphql?query=query(%24first%3AInt!)%7Busers(first%3A%24first)%7BtotalCount%7D%7D"
                    + "&variables=%7B%22first%22%3A1%7D&operationName=&cache=1")
            #expect(try query.json["data"]?["users"]?["totalCount"] == 1)
            let mutation = try await api.get(
                "/graphql?query=mutation%7BcreateUser(input%3A%7Bname%3A%22Ada%22%7D)%7B__typename%7D%7D")
            #expect(mutation.status == 405)
            #expect(mutation.headers["allow"] == "POST")
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_user WHERE name = 'Ada'") == 0)
            let other = try await api.send("PUT", "/graphql", json: "{}")
            #expect(other.status == 405)
            #expect(other.headers["allow"] == "GET, HEAD, POST, OPTIONS")
            let form = try await api.send(
                "POST", "/graphql", headers: [("Content-Type", "application/x-www-form-urlencoded")], body: [65])
            #expect(form.status == 415)
            #expect(try await api.get("/graphql?query={a}", headers: [("Accept", "image/png")]).status == 406)
        }
    }

    @Test("Browsers are shown a page whose script is a file of its own, and the schema as text")
    func page() async throws {
        try await API.open { api in
            let page = try await api.get("/graphql", headers: [("Accept", "text/html,*/*;q=0.8")])
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            let policy = try #require(page.headers["content-security-policy"])
            #expect(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"))
            for part in page.text.split(separator: "\"") where part.hasPrefix("/graphql/") {
                #expect(try await api.get(String(part)).status == 200, "\(part)")
            }
            #expect(!page.text.contains("<script>") && !page.text.contains("style="))
            #expect(try await api.get("/graphql/assets/other.js").status == 404)
            let schema = try await api.get("/graphql/schema")
            #expect(schema.text.contains("type Query {"))
        }
    }

    @Test("Documents are named by their hashes once they were sent with them")
    func hashes() async throws {
        try await API.open { api in
            let hash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"
            let extensions = #""extensions":{"persistedQuery":{"version":1,"sha256Hash":"\#(hash)"}}"#
            let unknown = try await api.post("/graphql", "{\(extensions)}")
            #expect(try unknown.json["errors"]?[0]?["extensions"]?["code"] == "PERSISTED_QUERY_NOT_FOUND")
            let sent = try await api.post("/graphql", #"{"query":"{__typename}",\#(extensions)}"#)
            #expect(try sent.json == ["data": ["__typename": "Query"]])
            #expect(try await api.post("/graphql", "{\(extensions)}").json == ["data": ["__typename": "Query"]])
        }
    }

    enum Attack: CaseIterable {
        case braces, levels, aliases, cycle, tooManyAliases

        var document: String {
            switch self {
            case .braces: String(repeating: "{", count: 100_000)
            case .levels: String(repeating: "{a", count: 100_000)
            case .aliases: "{" + (0..<40_000).map { "a\($0):__typename " }.joined() + "}"
            case .cycle:
                "{...f0}" + (0..<1000).map { "fragment f\($0) on Query{...f\(($0 + 1) % 1000)}" }.joined()
            case .tooManyAliases: "{" + (0..<150).map { "a\($0):__typename " }.joined() + "}"
            }
        }
    }

    @Test("What is sent to wear the server out is refused with an error", arguments: Attack.allCases)
    func endures(_ attack: Attack) async throws {
        let document = attack.document
        try await API.open { api in
            let body = JSONValue.object(JSONObject([("query", .string(document))]))
            var writer = JSONWriter()
            writer.value(body)
            let response = try await api.send(
                "POST", "/graphql", headers: [("Content-Type", "application/json"), ("Accept", Self.modern)],
                body: writer.bytes)
            #expect(response.status == 400)
            #expect(try (response.json["errors"]?.arrayValue?.count ?? 0) >= 1)
            #expect(try response.json["data"] == nil)
        }
    }

    @Test("A document of a million aliases is refused for its size, and its client reads that after all is sent")
    func refusesMillion() async throws {
        var limits = HTTPLimits()
        limits.linger = .seconds(600)
        let aliases = (0..<1_000_000).map { "a\($0):__typename " }.joined()
        let body = Array(#"{"query":"{\#(aliases)}"}"#.utf8)
        try await API.open(limits: limits) { api in
            let response = try await api.send(
                "POST", "/graphql", headers: [("Content-Type", "application/json")], body: body)
            #expect((response.status, response.headers["connection"]) == (413, "close"))
            #expect(try response.json["type"]?.stringValue?.hasSuffix("content-too-large") == true)
        }
    }

    /// What tools ask for before anything else: every type, with nine levels of lists and non-nulls around a name.
    private static let introspection = """
        query IntrospectionQuery {
          __schema {
            queryType { name } mutationType { name } subscriptionType { name }
            types { ...FullType }
            directives { name description locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description
          fields(includeDeprecated: true) {
            name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """

    @Test("Tools are told the whole schema; where strangers are told nothing, whoever has logged in still is")
    func tellsItsSchema() async throws {
        var writer = JSONWriter()
        writer.object { $0.field("query", Self.introspection) }
        let body = String(decoding: writer.bytes, as: UTF8.self)
        try await API.open { api in
            let types = try await api.post("/graphql", body).json["data"]?["__schema"]?["types"]?.arrayValue
            #expect((types?.count ?? 0) > 50)
        }
        var options = HTTPOptions()
        options.graphQL.showsSchemaToStrangers = false
        try await API.open(options: options, login: true) { api in
            let stranger = try await api.post("/graphql", body)
            #expect(try stranger.json["data"]?["__schema"] == nil)
            #expect(try stranger.json["errors"]?[0] != nil)
            #expect(try await api.get("/graphql/schema").status == 403)
            let token = try await api.logIn("me", .viewer)
            let known = try await api.post("/graphql", body, headers: [("Authorization", "Bearer \(token)")])
            #expect((try known.json["data"]?["__schema"]?["types"]?.arrayValue?.count ?? 0) > 50)
        }
    }
}

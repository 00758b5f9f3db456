import Domain
import GraphQL
import GraphQLAPI
import HTTPTypes
import JSON
import Services

/// Answers GraphQL requests over HTTP: reads them, has them executed, and says with a status what became of them.
struct GraphQLHandler: Sendable {
    let schema: Schema
    let options: GraphQLOptions
    let streams: StreamLimits
    let memory: RequestMemory
    /// Those who may not see the schema are told less about what is wrong, and do not share what is remembered.
    let strangersMemory: RequestMemory
    let shared = SharedAnswers<SharedResponse>()

    init(_ schema: Schema, _ options: GraphQLOptions, streams: StreamLimits = StreamLimits()) {
        (self.schema, self.options, self.streams) = (schema, options, streams)
        let operations = GraphQLOperations.store(options.operations, onlyAllowed: options.onlyOperations)
        memory = RequestMemory(documents: DocumentCache(), operations: operations)
        strangersMemory = RequestMemory(documents: DocumentCache(), operations: operations)
    }

    /// Answers `POST`: the request is the body.
    func post(_ call: Call) async throws -> Reply {
        let body: JSONValue
        do {
            body = try JSONValue(parsing: call.body.bytes)
        } catch {
            return refusal(.unreadable, [GraphQLError("The body is no JSON: \(error).", code: "MALFORMED_JSON")], call)
        }
        return try await answer(call) { () throws(GraphQLError) in try Self.measured(GraphQLRequest(json: body)) }
    }

    /// The request, whose texts are as long as the OpenAPI document lets them be.
    private static func measured(_ request: GraphQLRequest) throws(GraphQLError) -> GraphQLRequest {
        for (name, text) in [("query", request.query), ("operationName", request.operationName)] {
            let fault = text.flatMap { GraphQLEndpoints.text.fault(in: $0, at: .pointer("/\(name)")) }
            if let fault { throw GraphQLError("The member \"\(name)\" is too long: \(fault.detail)") }
        }
        return request
    }

    /// Answers `GET`: the request is in the query.
    func get(_ call: Call) async throws -> Reply {
        try await answer(call) { () throws(GraphQLError) in try Self.request(in: call.query) }
    }

    /// The parameters of a query; an empty one is as good as absent.
    private static func request(in query: QueryArguments) throws(GraphQLError) -> GraphQLRequest {
        func text(_ name: String) -> String? { query.text(name).flatMap { $0.isEmpty ? nil : $0 } }
        func json(_ name: String) throws(GraphQLError) -> JSONValue {
            guard let text = text(name) else { return .null }
            do {
                return try JSONValue(parsing: text)
            } catch {
                throw GraphQLError("The parameter \"\(name)\" is no JSON: \(error).")
            }
        }
        let members: [(String, JSONValue)] = [
            ("query", text("query").map { .string($0) } ?? .null),
            ("operationName", text("operationName").map { .string($0) } ?? .null),
            ("variables", try json("variables")), ("extensions", try json("extensions")),
        ]
        return try GraphQLRequest(json: .object(JSONObject(members)))
    }

    private func answer(_ call: Call, _ read: () throws(GraphQLError) -> GraphQLRequest) async throws -> Reply {
        let request: GraphQLRequest
        do throws(GraphQLError) {
            request = try read()
        } catch {
            return refusal(.malformed, [GraphQLError(error.message, code: "MALFORMED_REQUEST")], call)
        }
        do {
            let accepted = try accept(request, call)
            // A link that somebody follows, or a picture that a page asks for, must not change anything.
            if accepted.kind == .mutation, call.endpoint.method == .get {
                throw Problem(.methodNotAllowed, "Mutations are sent with POST.", headers: [.allow: "POST"])
            }
            return try await perform(accepted, call)
        } catch let failure as RequestFailure {
            return refusal(failure.condition, failure.errors.map { $0.coded(failure.stage) }, call)
        }
    }
}

extension Schema {
    /// The schema of the shop; that it is one does not depend on anything that is known at run time only.
    static let shop: Schema = {
        do {
            return try ShopSchema.make()
        } catch {
            preconditionFailure("The schema has faults: \(error)")
        }
    }()
}

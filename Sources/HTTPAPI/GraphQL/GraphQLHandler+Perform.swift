import Domain
import GraphQL
import GraphQLAPI
import HTTPTypes
import JSON
import Services

extension GraphQLHandler {
    /// Accepts a request within the limits; what may be asked of the schema depends on who asks.
    func accept(_ request: GraphQLRequest, _ call: Call) throws(RequestFailure) -> AcceptedRequest {
        if mayShowSchema(to: call) { return try schema.accept(request, limits: limits, memory: memory) }
        var limits = limits
        limits.validation.suggests = false
        let accepted = try schema.accept(request, limits: limits, memory: strangersMemory)
        guard !accepted.asksForSchema else {
            throw RequestFailure(
                .validation, [GraphQLError("The schema is not shown to strangers.", code: "INTROSPECTION_DISABLED")])
        }
        return accepted
    }

    func mayShowSchema(to call: Call) -> Bool { options.showsSchemaToStrangers || call.principal.isKnown }

    /// As many fields on the root as aliases: each of them is an operation, and counts as one.
    private var limits: RequestLimits {
        RequestLimits(operation: OperationLimits(maximumRootFields: 100), time: options.time)
    }

    /// Executes an accepted request, or begins to follow what it subscribes to.
    func perform(_ accepted: AcceptedRequest, _ call: Call) async throws -> Reply {
        let caller = Caller(
            services: call.services, principal: call.principal, origin: call.origin, requestID: call.requestID,
            now: .now, logger: call.logger)
        guard accepted.kind == .subscription else {
            let time = limits.time
            @Sendable func execute() async -> SharedResponse {
                SharedResponse(await schema.execute(accepted, context: caller, within: time))
            }
            guard accepted.kind == .query, DatabaseTime.current == nil else { return reply(await execute(), call) }
            return reply(try await shared.answer(Question(call)) { await execute() }, call)
        }
        guard call.accepted == .eventStream else {
            let error = GraphQLError(
                "A subscription is answered as \(MediaType.eventStream) only.", code: "SUBSCRIPTION_NEEDS_STREAM")
            return refusal(.refused, [error], call)
        }
        guard call.services.observations.figures.streams < streams.count else {
            throw Problem(.overloaded, "\(streams.count) clients follow events already.", headers: .retryAfter(5))
        }
        let responses = try await schema.subscribe(accepted, context: caller)
        return GraphQLStream(limits: streams, requestID: call.requestID).reply(following: responses)
    }

    /// An answer without data.
    func refusal(_ condition: GraphQLStatuses.Condition, _ errors: [GraphQLError], _ call: Call) -> Reply {
        reply(SharedResponse(GraphQLResponse(errors: errors), condition), call)
    }

    private func reply(_ shared: SharedResponse, _ call: Call) -> Reply {
        if call.accepted == .eventStream {
            let response = shared.response.named(call.requestID)
            return GraphQLStream(limits: streams, requestID: call.requestID).reply(with: response)
        }
        // A browser that asked for a page and sent a body all the same reads JSON.
        let type = call.accepted == .graphQLResponse ? MediaType.graphQLResponse : .json
        return Reply(
            options.statuses.status(of: shared.condition, as: type),
            headers: [.contentType: "\(type); charset=utf-8", .vary: "Accept", .cacheControl: "no-store"],
            body: shared.bytes ?? shared.response.named(call.requestID).bytes)
    }
}

/// A response that several callers may get.
struct SharedResponse: Sendable {
    let response: GraphQLResponse
    let condition: GraphQLStatuses.Condition
    /// The text of it, where it is the same for all of them: errors name the request.
    let bytes: [UInt8]?

    init(_ response: GraphQLResponse, _ condition: GraphQLStatuses.Condition? = nil) {
        (self.response, self.condition) = (response, condition ?? response.condition)
        bytes = response.errors.isEmpty ? response.bytes : nil
    }
}

extension GraphQLResponse {
    /// The response whose errors name the request, so that they can be found in the log.
    func named(_ requestID: String) -> GraphQLResponse {
        guard !errors.isEmpty else { return self }
        var response = self
        response.errors = errors.map { error in
            var error = error
            let members = error.extensions.members.map { ($0.name, $0.value) }
            let code: [(String, JSONValue)] = error.extensions["code"] == nil ? [("code", "EXECUTION_FAILED")] : []
            error.extensions = JSONObject(members + code + [("requestId", .string(requestID))])
            return error
        }
        return response
    }
}

extension GraphQLError {
    /// The error with a code for the stage at which the request was refused, unless it has one of its own.
    func coded(_ stage: RequestFailure.Stage) -> GraphQLError {
        guard extensions["code"] == nil else { return self }
        let code =
            switch stage {
            case .document: "MALFORMED_REQUEST"
            case .syntax: "SYNTAX_ERROR"
            case .validation: "VALIDATION_ERROR"
            case .operation: "OPERATION_NOT_FOUND"
            case .limits: "LIMIT_EXCEEDED"
            case .variables: "VARIABLES_INVALID"
            case .source: "SUBSCRIPTION_FAILED"
            }
        var error = self
        error.extensions = JSONObject(extensions.members.map { ($0.name, $0.value) } + [("code", .string(code))])
        return error
    }
}

import Domain
import HTTPTypes
import HummingbirdCore
import JSON
import Logging
import Services

/// Turns a request into a reply: the checks in their order, then the endpoint, then whatever went wrong as a problem.
final class APIResponder: Sendable {
    let table: EndpointTable
    let services: ServiceCatalog
    let authenticator: Authenticator
    let hosts: HostPolicy
    let limits: HTTPLimits
    let limiter: RateLimiter
    let gate: OverloadGate
    let clock = DeadlineClock()
    let shared = SharedAnswers<Reply>()
    let finish: ReplyFinish
    let logger: Logger
    /// Bytes from which on a body takes long enough to hold up the other connections of its thread.
    private static let longBody = 64 << 10

    init(
        table: EndpointTable, services: ServiceCatalog, authenticator: Authenticator, hosts: HostPolicy,
        limits: HTTPLimits, limiter: RateLimiter, gate: OverloadGate, finish: ReplyFinish, logger: Logger
    ) {
        (self.table, self.services, self.authenticator, self.hosts) = (table, services, authenticator, hosts)
        (self.limits, self.limiter, self.gate, self.finish, self.logger) = (limits, limiter, gate, finish, logger)
    }

    /// The reply, with the headers that every answer has.
    func respond(to request: Request, _ exchange: inout Exchange) async -> Reply {
        var reply: Reply
        do {
            reply = try await answer(request, &exchange)
        } catch {
            let problem = problem(error, request, exchange.id)
            exchange.record.problem = problem.kind.rawValue
            reply = problem.reply(requestID: exchange.id)
        }
        exchange.answered(reply)
        finish.apply(to: &reply, request.head, exchange)
        return reply
    }

    /// Bytes that the body of a request may have: those of its endpoint, if it has one.
    func maximumBody(of request: Request) -> Int {
        let route = table.route(for: RequestTarget(request.head.path ?? "/"))?.route
        return limits.size(of: route?.endpoint(for: request.method)?.body)
    }

    private func answer(_ request: Request, _ exchange: inout Exchange) async throws -> Reply {
        let target = RequestTarget(request.head.path ?? "/")
        let match = table.route(for: target)
        exchange.found(match?.route)
        // Read before anything is refused: what a refused request leaves unread would be drained without a limit.
        let content = match?.route.endpoint(for: request.method)?.body
        let reader = BodyReader(
            maximum: limits.size(of: content), deadline: limits.bodyDeadline, clock: clock, executor: exchange.executor)
        let bytes = try await reader.read(request)
        guard bytes.count > Self.longBody else { return try await answer(request, bytes, target, match, &exchange) }
        exchange.executor = globalConcurrentExecutor
        return try await withTaskExecutorPreference(globalConcurrentExecutor) {
            try await answer(request, bytes, target, match, &exchange)
        }
    }

    private func answer(
        _ request: Request, _ bytes: [UInt8], _ target: RequestTarget, _ match: EndpointTable.Match?,
        _ exchange: inout Exchange
    ) async throws -> Reply {
        try hosts.check(request.head)
        if target.isAsterisk, request.method == .options { return Reply(.noContent) }
        guard let (route, path) = match else { throw Problem.notFound() }
        guard let endpoint = route.endpoint(for: request.method) else { return try otherMethod(request.method, route) }
        exchange.take(try limiter.take(endpoint.rate, exchange.source.text, from: exchange.source))
        let principal = try await authenticator.principal(for: endpoint, request.headers, from: exchange.source)
        exchange.record.principal = "\(principal.id)"
        exchange.take(try limiter.take(endpoint.rate, "user \(principal.id)", from: exchange.source))
        // Before the body is looked at: who may not do it at all need not be told what is wrong with it.
        if let operation = endpoint.operation { try principal.require(operation) }
        let origin = LoginOrigin(address: exchange.source.text, userAgent: request.headers.text(.userAgent))
        let call = try call(endpoint, path, target, bytes, request, principal, origin, exchange)
        let (time, executor) = (exchange.databaseTime, exchange.executor)
        if endpoint.rate == .none { return try await work(call, time, executor) }
        return try await gate.pass { try await work(call, time, executor) }
    }

    private func work(_ call: Call, _ time: DatabaseTime?, _ executor: any TaskExecutor) async throws -> Reply {
        // Whose time is told waits for no other.
        guard let time else { return try await answer(call, isShared: call.endpoint.isShared, on: executor) }
        return try await DatabaseTime.$current.withValue(time) {
            try await answer(call, isShared: false, on: executor)
        }
    }

    private func answer(_ call: Call, isShared: Bool, on executor: any TaskExecutor) async throws -> Reply {
        try await clock.run(
            limits.handlerDeadline, on: executor,
            otherwise: Problem(.unavailable, "The answer took too long.", headers: .retryAfter(2))
        ) { [shared] in
            guard isShared else { return try call.finished(try await call.endpoint.respond(call)) }
            let reply = try await shared.answer(Question(call)) { try await call.endpoint.respond(call) }
            return try call.finished(reply)
        }
    }

    /// `OPTIONS` is answered for every address, any other method that an address lacks is refused; both name the rest.
    private func otherMethod(_ method: HTTPRequest.Method, _ route: EndpointTable.Route) throws(Problem) -> Reply {
        var headers: HTTPFields = [.allow: route.allow]
        guard method == .options else {
            throw Problem(.methodNotAllowed, "\(route.path) knows \(route.allow).", headers: headers)
        }
        for endpoint in route.endpoints {
            guard let name = Self.acceptingHeader(of: endpoint), !endpoint.consumes.isEmpty else { continue }
            headers[name] = endpoint.consumes.map(\.description).joined(separator: ", ")
        }
        return Reply(.noContent, headers: headers)
    }

    /// The header that names the media types that a method reads; `PUT` has none.
    private static func acceptingHeader(of endpoint: Endpoint) -> HTTPField.Name? {
        switch endpoint.method {
        case .patch: .acceptPatch
        case .post: .acceptPost
        default: nil
        }
    }

    private func call(
        _ endpoint: Endpoint, _ path: [String: String], _ target: RequestTarget, _ bytes: [UInt8], _ request: Request,
        _ principal: Principal, _ origin: LoginOrigin, _ exchange: Exchange
    ) throws(Problem) -> Call {
        guard let accepted = MediaType.preferred(among: endpoint.produces, accept: request.headers.text(.accept)) else {
            let types = endpoint.produces.map(\.description).joined(separator: ", ")
            throw Problem(.notAcceptable, "This address answers in \(types).")
        }
        let query = try QueryArguments(
            target.query, declared: endpoint.query, ignoresOthers: endpoint.ignoresOtherParameters)
        let preferences = Preferences(request.headers)
        let isRehearsal = preferences.rollsBack && endpoint.headers.contains(.preferChange)
        return Call(
            endpoint, by: principal, from: origin, exchange.source,
            services: isRehearsal ? services.rehearsing : services, table: table,
            target: request.head.path ?? "/", path: path, query: query, body: try body(endpoint, bytes, request),
            headers: request.headers, accepted: accepted,
            requestID: exchange.id, logger: logger, preferences: preferences)
    }

    private func body(_ endpoint: Endpoint, _ bytes: [UInt8], _ request: Request) throws(Problem) -> Body {
        guard let content = endpoint.body else { return Body(raw: []) }
        if bytes.isEmpty, content.isOptional { return Body(missing: content.shape) }
        let type = request.headers[.contentType].flatMap { MediaType($0) }
        let isPlain = request.headers[.contentEncoding].map { $0.lowercased() == "identity" } ?? true
        guard let type, content.types.contains(type), isPlain else {
            let types = content.types.map(\.description).joined(separator: ", ")
            throw Problem(
                .unsupportedMediaType, "The body has to be \(types), without a content encoding.",
                headers: Self.acceptingHeader(of: endpoint).map { [$0: types] } ?? [:])
        }
        if content.reading == .raw { return Body(raw: bytes) }
        return type == .csv ? try Body(csv: bytes, content.shape) : try Body(bytes, content)
    }
}

extension APIResponder {
    /// What went wrong, as a problem.
    ///
    /// What nobody foresaw is logged, and told under the request's id alone.
    private func problem(_ error: any Error, _ request: Request, _ id: String) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let refusal as ServiceError: return refusal.problem
        case is CancellationError: return Problem(.unavailable, "The server is stopping.", headers: .retryAfter(1))
        default:
            logger.error(
                "unforeseen error",
                metadata: ["request-id": "\(id)", "method": "\(request.method)", "cause": "\(error)"])
            return Problem(
                .internalError, "Quote \(id) to whoever runs this server.",
                members: JSONObject([("reference", .string(id))]))
        }
    }
}

package import Domain
package import HTTPTypes

/// Everything about one method of one address: what it takes, who may ask, what it does, what it gives.
///
/// The table of endpoints is all that there is: routes, 405 with `Allow`, the checks of query, body and media types,
/// the limits and the OpenAPI document come from here.
package final class Endpoint: Sendable {
    package let method: HTTPRequest.Method
    package let path: PathTemplate
    package let access: Access
    /// What it is called in documents; that of its operation, unless several endpoints do the same.
    package let name: String
    /// What it does, in a sentence.
    package let summary: String
    package let tag: EndpointTag
    /// What the braces of the path stand for.
    package let pathParameters: [Parameter]
    package let query: [Parameter]
    /// Whether the query may hold what is not declared, as a specification of others wants it.
    package let ignoresOtherParameters: Bool
    /// The header fields that it reads, besides those that every endpoint reads.
    package let headers: [Parameter]
    /// The body; nil where none is read.
    package let body: RequestContent?
    /// The ways in which it answers when all goes well, the usual one first.
    package let answers: [Answer]
    /// The problems that are its own, besides those that any request may meet.
    package let refusals: [ProblemKind]
    package let rate: RateClass
    /// Whether a client may ask for an answer only if something has changed.
    package let isConditional: Bool
    /// The media types that it can answer in, the preferred one first; JSON where there is no body to speak of.
    package let produces: [MediaType]
    let respond: @Sendable (Call) async throws -> Reply

    package init(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ summary: String, tag: EndpointTag,
        name: String? = nil, path pathParameters: [Parameter] = [], query: [Parameter] = [],
        headers: [Parameter] = [], body: RequestContent? = nil, answers: [Answer], refusals: [ProblemKind] = [],
        rate: RateClass? = nil, ignoresOtherParameters: Bool = false,
        respond: @escaping @Sendable (Call) async throws -> Reply
    ) {
        (self.method, self.path, self.access, self.summary, self.tag) =
            (method, PathTemplate(path), access, summary, tag)
        self.name = name ?? access.operation?.rawValue ?? ""
        (self.pathParameters, self.query, self.headers) = (pathParameters, query, headers)
        (self.body, self.answers, self.refusals, self.respond) = (body, answers, refusals, respond)
        self.ignoresOtherParameters = ignoresOtherParameters
        self.rate = rate ?? (method == .get ? .read : .write)
        isConditional = method == .get && answers.contains { $0.headers.contains(.etag) }
        var types: [MediaType] = []
        for type in answers.flatMap(\.types) where !types.contains(type) { types.append(type) }
        produces = types.isEmpty ? [.json] : types
    }

    /// The operation behind it; nil for the addresses about the server itself.
    package var operation: OperationID? { access.operation }

    /// Whether one answer does for all who ask the same at the same time: what is read of the shop.
    var isShared: Bool { operation != nil && isConditional }

    /// The media types that the body may have.
    package var consumes: [MediaType] { body?.types ?? [] }
}

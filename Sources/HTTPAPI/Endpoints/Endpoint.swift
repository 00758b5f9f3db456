package import Domain
package import HTTPTypes

/// Everything about one method of one address: what it takes, what it does, what it gives.
///
/// The table of endpoints is all that there is: routes, 405 with `Allow`, the checks of query, body and media types
/// come from here.
package struct Endpoint: Sendable {
    package let method: HTTPRequest.Method
    package let path: PathTemplate
    /// The operation behind it; nil for the addresses about the server itself.
    package let operation: OperationID?
    /// What it does, in a sentence.
    package let summary: String
    package let query: [Parameter]
    /// The body's shape; nil where none is read.
    package let body: Shape?
    /// Whether the request may come without a body.
    package let isBodyOptional: Bool
    /// The media types that it can answer in, the preferred one first.
    package let produces: [MediaType]
    let respond: @Sendable (Call) async throws -> Reply

    package init(
        _ method: HTTPRequest.Method, _ path: String, _ operation: OperationID?, _ summary: String,
        query: [Parameter] = [], body: Shape? = nil, isBodyOptional: Bool = false,
        produces: [MediaType] = [.json], respond: @escaping @Sendable (Call) async throws -> Reply
    ) {
        (self.method, self.path, self.operation, self.summary) = (method, PathTemplate(path), operation, summary)
        (self.query, self.body, self.isBodyOptional) = (query, body, isBodyOptional)
        (self.produces, self.respond) = (produces, respond)
    }

    /// The media types that the body may have.
    package var consumes: [MediaType] {
        if body == nil { return [] }
        return method == .patch ? [.mergePatch, .json] : [.json]
    }
}

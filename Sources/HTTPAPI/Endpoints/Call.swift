package import Domain
package import HTTPTypes
package import Logging
package import Services

/// One request that has passed every check, as its endpoint sees it.
package final class Call: Sendable {
    /// Who asks; nobody where anyone may.
    package let principal: Principal
    /// From where.
    package let origin: LoginOrigin
    package let services: ServiceCatalog
    package let endpoint: Endpoint
    package let source: ClientAddress
    /// All endpoints there are.
    package let table: EndpointTable
    /// Path and query as they were sent.
    let target: String
    /// The parameters of the path, decoded.
    package let path: [String: String]
    package let query: QueryArguments
    package let body: Body
    package let headers: HTTPFields
    /// The media type of the answer: of those that the endpoint has, the one that the client likes best.
    package let accepted: MediaType
    /// The name of the request, in its answer and in the log.
    package let requestID: String
    package let logger: Logger

    /// What the client would like.
    package let preferences: Preferences

    init(
        _ endpoint: Endpoint, by principal: Principal, from origin: LoginOrigin, _ source: ClientAddress,
        services: ServiceCatalog, table: EndpointTable, target: String, path: [String: String],
        query: QueryArguments, body: Body, headers: HTTPFields, accepted: MediaType, requestID: String,
        logger: Logger, preferences: Preferences
    ) {
        (self.endpoint, self.principal, self.origin, self.source) = (endpoint, principal, origin, source)
        (self.services, self.table, self.target, self.path) = (services, table, target, path)
        (self.query, self.body, self.headers, self.accepted) = (query, body, headers, accepted)
        (self.requestID, self.logger, self.preferences) = (requestID, logger, preferences)
    }

    /// The path that was asked for, in the one way that it can be written.
    var address: String {
        endpoint.path.segments.map { segment in
            switch segment {
            case .literal(let text): "/\(text)"
            case .parameter(let name): "/\(PercentCoding.encode(path[name] ?? ""))"
            }
        }.joined()
    }

    /// The number in the path.
    ///
    /// - Throws: ``Problem`` 404 for whatever can't be the number of a row, as for a number that no row has.
    package func identifier<Entity>(_ name: String = "id") throws(Problem) -> Identifier<Entity> {
        let text = path[name] ?? ""
        guard let number = Int64(text), number > 0, String(number) == text else {
            throw .notFound("Nothing here can have the number \(text.prefix(32)).")
        }
        return Identifier(number)
    }
}

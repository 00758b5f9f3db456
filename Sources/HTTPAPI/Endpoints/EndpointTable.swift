import Domain
import HTTPTypes

/// All endpoints, found by path and method.
package struct EndpointTable: Sendable {
    /// One address with its methods.
    final class Route: Sendable {
        let path: PathTemplate
        let endpoints: [Endpoint]
        /// The value of `Allow`: the methods that the address answers, in the order of RFC 9110 section 9.3.
        let allow: String
        /// Whether rows are changed here.
        let isEditable: Bool

        init(_ path: PathTemplate, _ endpoints: [Endpoint]) {
            (self.path, self.endpoints) = (path, endpoints)
            let own = endpoints.map(\.method)
            let all = own + [.options] + (own.contains(.get) ? [.head] : [])
            let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
            allow = methods.filter(all.contains).map(\.rawValue).joined(separator: ", ")
            isEditable = own.contains { [.put, .patch, .delete].contains($0) }
        }

        /// The endpoint for a method; `HEAD` is answered by that of `GET`.
        func endpoint(for method: HTTPRequest.Method) -> Endpoint? {
            let method = method == .head ? .get : method
            return endpoints.first { $0.method == method }
        }
    }

    /// A route, and the values of its parameters.
    typealias Match = (route: Route, path: [String: String])

    package let endpoints: [Endpoint]
    /// The routes by the first segment of their path, so that few are tried for a request.
    private let routes: [String: [Route]]

    /// Makes a table; two endpoints for one method of one path are a programmer's error.
    package init(_ endpoints: [Endpoint]) {
        self.endpoints = endpoints
        var paths: [PathTemplate] = []
        for endpoint in endpoints where !paths.contains(endpoint.path) { paths.append(endpoint.path) }
        let routes = paths.map { path in
            let own = endpoints.filter { $0.path == path }
            precondition(Set(own.map(\.method)).count == own.count, "Each method of \(path) is declared once.")
            return Route(path, own)
        }
        self.routes = Dictionary(grouping: routes) { route in
            guard case .literal(let first)? = route.path.segments.first else {
                preconditionFailure("A path begins with a literal segment.")
            }
            return first
        }
    }

    /// The route of a path, and the values of its parameters.
    ///
    /// A template without parameters wins over one with them: `/health/live` over `/health/{check}`.
    func route(for target: RequestTarget) -> Match? {
        guard let first = target.segments.first.flatMap({ PercentCoding.decode($0) }) else { return nil }
        var best: Match?
        for route in routes[first] ?? [] {
            guard let path = route.path.match(target.segments), path.count < best?.path.count ?? .max else { continue }
            best = (route, path)
        }
        return best
    }
}

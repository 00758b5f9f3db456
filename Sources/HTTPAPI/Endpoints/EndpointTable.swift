import Domain
import HTTPTypes

/// All endpoints, found by path and method.
package struct EndpointTable: Sendable {
    /// One address with its methods.
    struct Route: Sendable {
        let path: PathTemplate
        var endpoints: [Endpoint]

        /// The methods that the address answers, in the order of RFC 9110 section 9.3.
        var methods: [HTTPRequest.Method] {
            let own = endpoints.map(\.method)
            let all = own + [.options] + (own.contains(.get) ? [.head] : [])
            return [.get, .head, .post, .put, .patch, .delete, .options].filter(all.contains)
        }

        /// The value of `Allow`.
        var allow: String { methods.map(\.rawValue).joined(separator: ", ") }

        /// The endpoint for a method; `HEAD` is answered by that of `GET`.
        func endpoint(for method: HTTPRequest.Method) -> Endpoint? {
            endpoints.first { $0.method == (method == .head ? .get : method) }
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
        var routes: [Route] = []
        for endpoint in endpoints {
            guard let place = routes.firstIndex(where: { $0.path == endpoint.path }) else {
                routes.append(Route(path: endpoint.path, endpoints: [endpoint]))
                continue
            }
            let isFree = !routes[place].endpoints.contains { $0.method == endpoint.method }
            precondition(isFree, "\(endpoint.method) \(endpoint.path) is declared once.")
            routes[place].endpoints.append(endpoint)
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
        let matches = (routes[first] ?? []).compactMap { route in
            route.path.match(target.segments).map { (route: route, path: $0) }
        }
        return matches.min { $0.path.count < $1.path.count }
    }
}

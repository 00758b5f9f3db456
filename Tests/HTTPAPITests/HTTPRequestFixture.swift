import HTTPTypes

/// Requests that never go over a connection.
enum HTTPRequestFixture {
    static var get: HTTPRequest { HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/") }
}

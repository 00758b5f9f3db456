/// How much one client may ask of the server, and for how long.
package struct HTTPLimits: Sendable, Hashable {
    /// Bytes of a request's body.
    package var body = 1 << 20
    /// Bytes of a body that brings many rows.
    package var bulkBody = 10 << 20
    /// Bytes of a request's header fields, the request line included.
    package var headers = 16 << 10
    package var headerCount = 100
    /// The time in which a body has to arrive.
    package var bodyDeadline: Duration = .seconds(10)
    /// The time that an endpoint may take for its answer.
    package var handlerDeadline: Duration = .seconds(15)
    /// The time that a connection may be silent between two requests, in the middle of one, or with an answer that its
    /// client does not take.
    package var idleTimeout: Duration = .seconds(30)
    /// The time, and the bytes, for which the rest of a refused request is read, so that its client reads the answer.
    package var linger: Duration = .seconds(5)
    package var lingerBytes = 64 << 20
    package var connections = 1024
    /// Requests that are worked on at the same time; further ones are turned away before they wait for the database.
    package var inFlight = 192
    package var streams = StreamLimits()
    /// The time that running requests have when the server stops.
    package var drain: Duration = .milliseconds(1500)

    package init() {}

    /// Bytes that a body of this content may have.
    func size(of content: RequestContent?) -> Int { content?.size == .bulk ? bulkBody : body }
}

import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore
import Services

/// One request on its way to its answer, and what was noticed on that way.
struct Exchange: Sendable {
    let source: ClientAddress
    let start = ContinuousClock.now
    /// What the access log will say.
    var record = RequestRecord()
    /// The route that was found.
    var route: EndpointTable.Route?
    /// What the client may still ask for, the scarcer of its limits.
    var quota: RateQuota.State?
    /// The time that it waits for the database, where somebody wants to know.
    let databaseTime: DatabaseTime?
    /// Where it is worked on: on its connection's thread, unless that takes too long.
    var executor: any TaskExecutor

    init(_ request: Request, from source: ClientAddress, isTimed: Bool, on executor: any TaskExecutor) {
        (self.source, self.executor) = (source, executor)
        databaseTime = isTimed ? DatabaseTime() : nil
        record.id = RequestID.id(for: request.headers)
        record.trace = TraceContext.id(in: request.headers.text(.traceparent))
        record.at = .now
        record.method = request.method.rawValue
        record.path = Self.path(of: request.head.path ?? "/")
        record.source = source.text
    }

    var id: String { record.id }

    /// What stands before the query, at most 512 bytes of it.
    private static func path(of target: String) -> String {
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        return String(decoding: path.prefix(512), as: UTF8.self)
    }

    /// Notes the route; methods that are nobody's are counted together.
    mutating func found(_ route: EndpointTable.Route?) {
        self.route = route
        record.route = route?.path.description
    }

    /// Notes how the client stands with one of its quotas.
    mutating func take(_ state: RateQuota.State?) {
        guard let state, state.remaining < quota?.remaining ?? .max else { return }
        quota = state
    }

    /// Notes the answer, whose body is still to be sent.
    mutating func answered(_ reply: Reply) {
        record.status = reply.status.code
        record.took = ContinuousClock.now - start
    }

    /// Notes the end.
    mutating func ended(sent bytes: Int) {
        record.bytes = bytes
        record.whole = ContinuousClock.now - start
    }
}

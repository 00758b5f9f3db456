package import Domain

/// One request over HTTP and what became of it.
package struct RequestRecord: Hashable, Sendable {
    /// Its name in the answer, in problems and in the log.
    package var id = ""
    /// The trace that it belongs to (W3C Trace Context), if its client has named one.
    package var trace: String?
    package var at = Moment(microseconds: 0)
    package var method = ""
    /// The path that was asked for; the query, which may hold what somebody searches for, is kept nowhere.
    package var path = ""
    /// The address with names for what varies, such as `/users/{id}`; nil where there is none.
    package var route: String?
    package var status = 0
    /// From the head of the request until the answer was ready.
    package var took = Duration.zero
    /// From the head of the request until the end of the answer.
    package var whole = Duration.zero
    /// Bytes of the answer's body.
    package var bytes = 0
    /// The client's address; nil for a socket without one.
    package var source: String?
    /// Who asked, as far as that became known.
    package var principal: String?
    /// The `code` of the problem that it was answered with.
    package var problem: String?

    package init() {}
}

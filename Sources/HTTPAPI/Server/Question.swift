import Domain
import HTTPTypes

/// All that an answer depends on: equal questions have equal answers at the same time.
struct Question: Hashable, Sendable {
    private let principal: Principal
    private let target: String
    private let accepted: MediaType
    private let preferences: Preferences
    private let body: [UInt8]
    /// Taken once, since a question is looked up more than once.
    private let hash: Int

    init(_ call: Call) {
        self.init(
            call.target, body: call.body.bytes, as: call.principal, accepted: call.accepted,
            preferences: call.preferences)
    }

    init(
        _ target: String, body: [UInt8] = [], as principal: Principal, accepted: MediaType = .json,
        preferences: Preferences = Preferences([:])
    ) {
        (self.target, self.body, self.principal) = (target, body, principal)
        (self.accepted, self.preferences) = (accepted, preferences)
        var hasher = Hasher()
        hasher.combine(principal.id)
        hasher.combine(target)
        hasher.combine(body)
        hash = hasher.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

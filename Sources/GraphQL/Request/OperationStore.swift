import JSON
import Synchronization

/// Documents that are known by the hashes of their texts, so that clients need not send them.
///
/// Those that the server has allowed are always known. Unless it allows only these, a client may send any document
/// together with its hash, and name it by the hash from then on; of such documents a bounded number is kept.
public final class OperationStore: Sendable {
    private struct State {
        var texts: [String: String] = [:]
        /// The hashes of what clients have sent, the oldest first.
        var order: [String] = []
    }

    private let allowed: [String: String]
    private let onlyAllowed: Bool
    private let capacity: Int
    private let hash: @Sendable ([UInt8]) -> String
    private let state = Mutex(State())

    /// Creates a store.
    ///
    /// - Parameters:
    ///   - allowed: The documents that the server knows from the start.
    ///   - onlyAllowed: Whether no other document is answered at all.
    ///   - capacity: The number of documents of clients that are kept.
    ///   - hash: SHA-256 of some bytes, as lower-case hexadecimal digits.
    public init(
        allowed: [String] = [], onlyAllowed: Bool = false, capacity: Int = 1_000,
        hash: @escaping @Sendable ([UInt8]) -> String
    ) {
        precondition(capacity > 0, "A store keeps one document at least.")
        self.allowed = Dictionary(allowed.map { (hash(Array($0.utf8)), $0) }, uniquingKeysWith: { first, _ in first })
        self.onlyAllowed = onlyAllowed
        self.capacity = capacity
        self.hash = hash
    }

    /// The text of a request's document.
    /// - Throws: ``GraphQLError`` where the document is not known, not allowed, or not the one that its hash names.
    public func text(of request: GraphQLRequest) throws(GraphQLError) -> String {
        guard let query = request.query else { return try text(for: request.documentHash) }
        // What is neither named nor held against a list needs no hash.
        guard request.documentHash != nil || onlyAllowed else { return query }
        let found = hash(Array(query.utf8))
        if let claimed = request.documentHash, claimed.lowercased() != found {
            throw Self.error("The hash is not that of the document.", "PERSISTED_QUERY_MISMATCH")
        }
        if allowed[found] != nil { return query }
        if onlyAllowed { throw Self.error("The document is not among those allowed.", "DOCUMENT_NOT_ALLOWED") }
        keep(query, under: found)
        return query
    }

    private func text(for claimed: String?) throws(GraphQLError) -> String {
        guard let claimed = claimed?.lowercased() else { throw GraphQLError("The request has no document.") }
        if let text = allowed[claimed] ?? state.withLock({ $0.texts[claimed] }) { return text }
        // Clients know this message and then send the document.
        throw Self.error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND")
    }

    private func keep(_ text: String, under hash: String) {
        state.withLock { state in
            guard state.texts.updateValue(text, forKey: hash) == nil else { return }
            state.order.append(hash)
            if state.order.count > capacity { state.texts[state.order.removeFirst()] = nil }
        }
    }

    private static func error(_ message: String, _ code: String) -> GraphQLError {
        GraphQLError(message, extensions: JSONObject([("code", .string(code))]))
    }
}

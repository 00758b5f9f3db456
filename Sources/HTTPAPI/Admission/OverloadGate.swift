import Synchronization

/// Lets in so many requests at a time that the database keeps its pace, and turns the others away at once.
final class OverloadGate: Sendable {
    private let limit: Int
    private let count = Atomic<Int>(0)

    init(limit: Int) { self.limit = limit }

    /// Runs `body` if there is room.
    ///
    /// - Throws: ``Problem`` 503 if there is none; what `body` throws.
    func pass<Value>(_ body: () async throws -> Value) async throws -> Value {
        let now = count.add(1, ordering: .relaxed).newValue
        defer { count.subtract(1, ordering: .relaxed) }
        guard now <= limit else {
            throw Problem(
                .overloaded, "\(limit) requests are under way. Ask again in a second.", headers: .retryAfter(1))
        }
        return try await body()
    }
}

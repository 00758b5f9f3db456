import Postgres

/// Work that reads, and the moment at which its reading begins.
package enum Reading {
    /// Runs `work`, and `action` before each of its statements is sent: what it reads is no older than the first call.
    ///
    /// `action` runs on the database's thread; let it be short.
    package static func run<Value>(
        beforeStatements action: @escaping @Sendable () -> Void, _ work: () async throws -> Value
    ) async throws -> Value {
        try await FirstStatement.$current.withValue(FirstStatement(action)) { try await work() }
    }
}

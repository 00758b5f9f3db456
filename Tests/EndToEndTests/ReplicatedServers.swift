import Testing

/// PostgreSQL servers that hold the same, one of which takes changes.
protocol ReplicatedServers: Sendable {
    var shop: Shop { get }
    /// How libpq finds whichever takes changes.
    var conninfo: String { get }

    /// Kills the one that takes changes, and sees to it that another does.
    func failOver() async throws
    /// What a statement gives on the server that takes changes now.
    func psql(_ statement: String) async throws -> String
    /// Ends all of them.
    func stop() async throws
}

extension ReplicatedServers {
    /// Where the servers keep what they keep.
    var directory: String { shop.serverDirectory }

    func run(_ script: String) async throws { try await shop.runAsServer(script) }
}

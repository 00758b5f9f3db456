public import Postgres
public import Reactor

/// A database of a test's own, migrated, with a pool of connections to it.
public struct TestDatabase: Sendable {
    /// The name of the database.
    public let name: String
    /// How libpq reaches it.
    public let conninfo: String
    /// Connections that are ready for use.
    public let pool: PostgresPool
    /// The loop that they live on.
    public let loop: PollLoop

    @TaskLocal static var bound: TestDatabase?

    /// The database that ``DatabaseTrait`` has made for the running test.
    public static var current: TestDatabase {
        get throws {
            guard let bound else { throw MissingTrait() }
            return bound
        }
    }

    /// A connection of one's own; whoever asks for it closes it.
    public func connect() async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            conninfo, on: loop, deadline: TestCluster.patience,
            options: PostgresOptions(deadline: TestCluster.patience))
    }

    /// The complaint of a test that asks for a database without having the trait.
    struct MissingTrait: Error, CustomStringConvertible {
        var description: String { "Give the test or its suite the trait .database to have a database." }
    }
}

/// Gives the body a migrated database of its own and drops it afterwards.
public func withDatabase<Result>(_ body: (TestDatabase) async throws -> Result) async throws -> Result {
    try await withDatabase(migrated: true, body)
}

/// Gives the body a database without any tables and drops it afterwards.
public func withEmptyDatabase<Result>(_ body: (TestDatabase) async throws -> Result) async throws -> Result {
    try await withDatabase(migrated: false, body)
}

private func withDatabase<Result>(
    migrated: Bool, _ body: (TestDatabase) async throws -> Result
) async throws -> Result {
    let cluster = TestCluster.shared
    // A test inside a suite that has a database holds a place already; to wait for a second one could be for ever.
    let needsPlace = TestDatabase.bound == nil
    if needsPlace { await cluster.takePlace() }
    do {
        let (name, conninfo) = try await migrated ? cluster.createDatabase() : cluster.createEmptyDatabase()
        let pool = PostgresPool(
            conninfo: conninfo, waitLimit: TestCluster.patience, connectLimit: TestCluster.patience,
            options: PostgresOptions(deadline: TestCluster.patience), on: cluster.loop)
        let database = TestDatabase(name: name, conninfo: conninfo, pool: pool, loop: cluster.loop)
        let result: Result
        do {
            result = try await TestDatabase.$bound.withValue(database) { try await body(database) }
        } catch {
            await pool.close()
            try? await cluster.dropDatabase(name)
            throw error
        }
        await pool.close()
        try await cluster.dropDatabase(name)
        if needsPlace { await cluster.leavePlace() }
        return result
    } catch {
        if needsPlace { await cluster.leavePlace() }
        throw error
    }
}

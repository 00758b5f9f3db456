import Postgres
import Reactor
import TestSupport
import Testing

/// Gives `body` a connection of its own to the test's database.
func withConnection<Value>(
    options: PostgresOptions = PostgresOptions(), _ body: (PostgresConnection) async throws -> Value
) async throws -> Value {
    let database = try TestDatabase.current
    let connection = try await PostgresConnection.connect(database.conninfo, on: database.loop, options: options)
    do {
        let value = try await body(connection)
        await connection.close()
        return value
    } catch {
        await connection.close()
        throw error
    }
}

/// Gives `body` a pool of its own to the test's database.
func withPool<Value>(
    size: Int = 2, queueLimit: Int = 64, waitLimit: Duration = .seconds(20),
    options: PostgresOptions = PostgresOptions(),
    _ body: (PostgresPool) async throws -> Value
) async throws -> Value {
    let database = try TestDatabase.current
    let pool = PostgresPool(
        conninfo: database.conninfo, size: size, queueLimit: queueLimit, waitLimit: waitLimit, options: options,
        on: database.loop)
    do {
        let value = try await body(pool)
        await pool.close()
        return value
    } catch {
        await pool.close()
        throw error
    }
}

/// The one value of a statement that has one row of one column.
func value<Value: SQLDecodable>(_ rows: Rows, as type: Value.Type = Value.self) throws -> Value {
    try #require(rows.first)[at: 0]
}

/// Waits until `count` sessions of the database are busy with a statement that holds `marker`.
func untilRunning(_ marker: String, count: Int = 1, on connection: PostgresConnection) async throws {
    try await eventually("The statement did not start.") {
        let running: Int = try value(
            await connection.query(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()
                    AND query LIKE \("%\(marker)%")
                """))
        return running == count
    }
}

/// The `PostgresError` that `body` throws.
func failure(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async throws -> PostgresError {
    try #require(
        await #expect(throws: PostgresError.self, sourceLocation: sourceLocation) { try await body() },
        sourceLocation: sourceLocation)
}

import Postgres
import Reactor

/// Connects for as long as the body runs; an answer is waited for as long as tests wait.
func withConnection(
    to conninfo: String, on loop: PollLoop, _ body: (PostgresConnection) async throws -> Void
) async throws {
    let connection = try await PostgresConnection.connect(
        conninfo, session: [("application_name", "oblik test")], on: loop, deadline: TestCluster.patience,
        options: PostgresOptions(deadline: TestCluster.patience))
    do {
        try await body(connection)
        await connection.close()
    } catch {
        await connection.close()
        throw error
    }
}

import EmbeddedPostgres
import Postgres
import Reactor
import Settings

/// The server that the configuration names: the private cluster, joined, or a foreign one.
///
/// Whoever reaches it leaves it again, after the last connection is closed.
struct ReachedServer: Sendable {
    /// The private cluster, `nil` for a foreign server.
    let cluster: EmbeddedCluster?
    let conninfo: String
    /// Where the connections live.
    let loop: PollLoop

    /// Starts or joins the private cluster; a foreign server is only named here.
    static func reach(_ context: CommandContext) async throws -> ReachedServer {
        if let url = context.settings.databaseURL {
            return ReachedServer(
                cluster: nil, conninfo: url.reveal(), loop: PollLoop(name: "postgres", isPreferred: true))
        }
        let cluster = context.cluster
        let address = try await cluster.start()
        return ReachedServer(
            cluster: cluster, conninfo: address.connectionString, loop: PollLoop(name: "postgres", isPreferred: true))
    }

    /// Lends a connection of its own to `body`, for statements that may take long.
    func withConnection<Value: Sendable>(
        _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let connection = try await PostgresConnection.connect(
            conninfo, session: ShopDatabase.Sessions.bulk.settings, on: loop)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Leaves the cluster; the last program out stops it.
    func leave() async {
        // Whoever leaves is on the way out; a cluster that can't be stopped goes on running, which does no harm.
        _ = try? await cluster?.leave()
        loop.stop()
    }
}

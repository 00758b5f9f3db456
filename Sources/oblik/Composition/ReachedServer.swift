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
    /// How the server itself is reached: whatever needs a session of its own.
    let conninfo: String
    /// How short transactions reach it: through a pooler, where there is one.
    let pooled: String
    /// Where the connections live.
    let loop: PollLoop

    /// A server without a pooler, unless `pooled` says where that is.
    init(cluster: EmbeddedCluster?, conninfo: String, pooled: String? = nil, loop: PollLoop) {
        (self.cluster, self.conninfo, self.loop) = (cluster, conninfo, loop)
        self.pooled = pooled ?? conninfo
    }

    /// Starts or joins the private cluster; a foreign server is only named here.
    static func reach(_ context: CommandContext) async throws -> ReachedServer {
        if let url = context.settings.databaseURL {
            let direct = context.settings.databaseDirect ?? url
            return ReachedServer(
                cluster: nil, conninfo: direct.reveal(), pooled: url.reveal(),
                loop: PollLoop(name: "postgres", isPreferred: true))
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

import Glibc

/// A PostgreSQL on the loopback interface and a PgBouncer in front of it that lends its sessions for a transaction.
struct PooledServer: Sendable {
    /// The sessions that the pooler has to lend.
    static let sessions = 3

    let shop: Shop
    let port: Int
    let poolerPort: Int

    /// Whether what it takes is installed; `script/faults` sees to it.
    static var isInstalled: Bool { access("/usr/sbin/pgbouncer", X_OK) == 0 }

    /// The way through the pooler.
    var pooled: String { "host=127.0.0.1 port=\(poolerPort) dbname=shop user=oblik" }
    /// The way past it.
    var direct: String { "host=127.0.0.1 port=\(port) dbname=postgres user=oblik" }

    /// Starts both.
    static func start(in shop: Shop) async throws -> PooledServer {
        // Both are taken before one is given back, so that they are two.
        let ports = try [TakenPort(), TakenPort()].map(\.number)
        let server = PooledServer(shop: shop, port: ports[0], poolerPort: ports[1])
        try await shop.runAsServer(
            """
            mkdir "$dir"; own "$dir"
            as "$bin/initdb" -D "$dir/data" -U oblik -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
            cat >>"$dir/data/postgresql.conf" <<END
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = \(server.port)
            END
            as "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/server.log" start >/dev/null
            cat >"$dir/pgbouncer.ini" <<END
            [databases]
            shop = host=127.0.0.1 port=\(server.port) dbname=postgres user=oblik
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = \(server.poolerPort)
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = \(Self.sessions)
            logfile = $dir/pgbouncer.log
            pidfile = $dir/pgbouncer.pid
            END
            cd "$dir"
            as /usr/sbin/pgbouncer -d "$dir/pgbouncer.ini"
            """)
        return server
    }

    /// What a statement gives on the server.
    func psql(_ statement: String) async throws -> String { try await shop.psql(statement, port: port) }

    /// Ends both.
    func stop() async throws {
        try await shop.runAsServer(
            """
            kill -INT "$(cat "$dir/pgbouncer.pid")"
            as "$bin/pg_ctl" -D "$dir/data" -w -m fast stop >/dev/null
            """)
        try await eventually("no server is left", seen: { "\(shop.servers())" }) {
            shop.servers().isEmpty ? () : nil
        }
    }
}

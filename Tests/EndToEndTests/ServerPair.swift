import TestSupport

/// A primary and a synchronous standby on the loopback interface, in a shop's folder, without passwords.
///
/// The servers run as `postgres` where the tests run as root, which PostgreSQL refuses.
struct ServerPair: ReplicatedServers {
    let shop: Shop
    let first: Int
    let second: Int

    /// How libpq finds whichever of the two takes changes (PostgreSQL manual, 34.1.2, `target_session_attrs`).
    var conninfo: String {
        "host=127.0.0.1,127.0.0.1 port=\(first),\(second) dbname=postgres user=oblik target_session_attrs=read-write"
    }

    /// Makes both, and waits until what is committed is on both; where that is not asked for, until the second follows.
    static func start(in shop: Shop, isSynchronous: Bool = true) async throws -> ServerPair {
        let standbys = isSynchronous ? "second" : ""
        let pair = ServerPair(shop: shop, first: try TakenPort().number, second: try TakenPort().number)
        try await pair.run(
            """
            mkdir "$dir"; own "$dir"
            as "$bin/initdb" -D "$dir/first" -U oblik -A trust -E UTF8 --locale=C.UTF-8 --data-checksums >/dev/null
            cat >>"$dir/first/postgresql.conf" <<END
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = \(pair.first)
            max_connections = 40
            END
            as "$bin/pg_ctl" -D "$dir/first" -w -l "$dir/first.log" start >/dev/null
            as "$bin/pg_basebackup" -D "$dir/second" -R -c fast \
                -d "host=127.0.0.1 port=\(pair.first) user=oblik application_name=second"
            echo "port = \(pair.second)" >>"$dir/second/postgresql.conf"
            as "$bin/pg_ctl" -D "$dir/second" -w -l "$dir/second.log" start >/dev/null
            "$bin/psql" -h 127.0.0.1 -p \(pair.first) -U oblik -d postgres -qc \
                "ALTER SYSTEM SET synchronous_standby_names = '\(standbys)'" -c "SELECT pg_reload_conf()" >/dev/null
            """)
        let state = isSynchronous ? "sync" : "async"
        try await eventually("the standby is \(state)", seen: { (try? await pair.states()) ?? "" }) {
            try await pair.states() == state ? () : nil
        }
        return pair
    }

    private func states() async throws -> String {
        try await psql("SELECT sync_state FROM pg_stat_replication", on: first)
    }

    /// Takes the standby's way to the primary away, once it has all that the primary has committed so far.
    func part() async throws {
        let position = try await psql("SELECT pg_current_wal_lsn()", on: first)
        let isThere = "SELECT pg_last_wal_replay_lsn() >= '\(position)'"
        try await eventually("the standby has come so far") { try await psql(isThere, on: second) == "t" ? () : nil }
        for statement in ["ALTER SYSTEM SET primary_conninfo = ''", "SELECT pg_reload_conf()"] {
            _ = try await psql(statement, on: second)
        }
        try await eventually("the standby has parted", seen: { (try? await states()) ?? "" }) {
            try await states() == "" ? () : nil
        }
    }

    /// Kills the primary, and makes the standby the one that takes changes.
    func failOver() async throws {
        try await run(
            """
            kill -KILL "$(head -n 1 "$dir/first/postmaster.pid")"
            as "$bin/pg_ctl" -D "$dir/second" -w promote >/dev/null
            """)
    }

    /// Ends whichever runs.
    func stop() async throws {
        try await run(#"as "$bin/pg_ctl" -D "$dir/second" -w -m immediate stop >/dev/null"#)
        // Backends of the killed primary end by themselves once they notice.
        try await eventually("no server is left", seen: { "\(shop.servers())" }) {
            shop.servers().isEmpty ? () : nil
        }
    }

    /// What a statement gives on the server that takes changes now.
    func psql(_ statement: String) async throws -> String { try await psql(statement, on: second) }

    private func psql(_ statement: String, on port: Int) async throws -> String {
        try await shop.psql(statement, port: port)
    }
}

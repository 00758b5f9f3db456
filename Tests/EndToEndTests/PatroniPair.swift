import Glibc
import TestSupport
import Testing

/// Two servers under Patroni with an etcd of one member, on the loopback interface, replicating synchronously.
///
/// The times are the shortest that Patroni takes (its manual, dynamic configuration): a leader that says nothing for
/// 20 s has lost its place.
struct PatroniPair: ReplicatedServers {
    let shop: Shop
    /// The ports of both servers, of their REST interfaces, and of etcd for clients and for its peers.
    let ports: [Int]

    var conninfo: String {
        "host=127.0.0.1,127.0.0.1 port=\(ports[0]),\(ports[1]) dbname=postgres user=oblik"
            + " target_session_attrs=read-write"
    }

    /// Whether what it takes is installed; `script/faults` sees to it.
    static var isInstalled: Bool { access("/usr/bin/patroni", X_OK) == 0 && access("/usr/bin/etcd", X_OK) == 0 }

    /// Starts etcd and both members, and waits until the second replicates synchronously.
    static func start(in shop: Shop) async throws -> PatroniPair {
        let pair = PatroniPair(shop: shop, ports: try freePorts(6))
        let etcd = (client: "http://127.0.0.1:\(pair.ports[4])", peer: "http://127.0.0.1:\(pair.ports[5])")
        try await pair.run("mkdir \"$dir\"; own \"$dir\"")
        for number in 0..<2 {
            try await pair.run("cat >\"$dir/\(Self.name(number)).yml\" <<END\n\(pair.configuration(number))END")
        }
        try await pair.run(
            """
            cd "$dir"
            as etcd --data-dir "$dir/etcd" --listen-client-urls \(etcd.client) --advertise-client-urls \(etcd.client) \
                --listen-peer-urls \(etcd.peer) --initial-advertise-peer-urls \(etcd.peer) \
                --initial-cluster default=\(etcd.peer) >"$dir/etcd.log" 2>&1 &
            """)
        try await pair.startMember(0)
        try await pair.startMember(1)
        try await eventually("the second member is synchronous", seen: { (try? await pair.states()) ?? "" }) {
            (try? await pair.states()) == "sync" ? () : nil
        }
        return pair
    }

    /// Different ones, since all are taken before one is given back.
    private static func freePorts(_ count: Int) throws -> [Int] {
        try (0..<count).map { _ in try TakenPort() }.map(\.number)
    }

    /// Not "first": in `synchronous_standby_names` that is a word of its own.
    private static func name(_ number: Int) -> String { ["alpha", "beta"][number] }

    private func startMember(_ number: Int) async throws {
        let name = Self.name(number)
        try await run(
            """
            cd "$dir"
            as patroni "$dir/\(name).yml" >>"$dir/\(name).log" 2>&1 &
            """)
        try await eventually("\(name) answers", seen: { log(name) }) {
            (try? await psql("SELECT 1", "host=127.0.0.1 port=\(ports[number])")) == "1" ? () : nil
        }
    }

    /// What Patroni is told of a member; the shell puts the folders in.
    private func configuration(_ number: Int) -> String {
        let name = Self.name(number)
        return """
            scope: oblik
            name: \(name)
            restapi: {listen: "127.0.0.1:\(ports[number + 2])", connect_address: "127.0.0.1:\(ports[number + 2])"}
            etcd3: {host: "127.0.0.1:\(ports[4])"}
            bootstrap:
              dcs:
                ttl: 20
                loop_wait: 1
                retry_timeout: 3
                synchronous_mode: true
                postgresql:
                  use_pg_rewind: true
                  parameters: {max_connections: 40, unix_socket_directories: ""}
              initdb: [{encoding: UTF8}, {locale: C.UTF-8}, data-checksums, {auth: trust}]
              pg_hba:
                - host all all 127.0.0.1/32 trust
                - host replication all 127.0.0.1/32 trust
            postgresql:
              listen: 127.0.0.1:\(ports[number])
              connect_address: 127.0.0.1:\(ports[number])
              data_dir: $dir/\(name)
              bin_dir: $bin
              pgpass: $dir/\(name).pass
              authentication: {superuser: {username: oblik}, replication: {username: replicator}}

            """
    }

    private func states() async throws -> String { try await psql("SELECT sync_state FROM pg_stat_replication") }

    /// The machine of the leader dies: its Patroni and its server at once.
    func failOver() async throws {
        let (leader, other) = try await isPrimary(0) ? ("alpha", "beta") : ("beta", "alpha")
        try await run(
            """
            pkill -KILL -f "patroni $dir/\(leader).yml"
            kill -KILL "$(head -n 1 "$dir/\(leader)/postmaster.pid")"
            """)
        let number = other == "alpha" ? 0 : 1
        try await eventually("\(other) is the leader", seen: { log(other) }) { try await isPrimary(number) ? () : nil }
    }

    /// The machine that died comes back, and replicates from the one that has taken its place.
    func rejoin() async throws {
        try await startMember(try await isPrimary(0) ? 1 : 0)
        try await eventually("the dead member is back", seen: { log("alpha") + log("beta") }) {
            try await states() == "sync" ? () : nil
        }
    }

    private func isPrimary(_ number: Int) async throws -> Bool {
        (try? await psql("SELECT pg_is_in_recovery()", "host=127.0.0.1 port=\(ports[number])")) == "f"
    }

    func stop() async throws {
        try await run(
            """
            # pkill's 1 says that none was left to kill, as of the member that died; any other is a failure.
            end() { pkill -KILL -f "$1" || [ $? = 1 ]; }
            for name in alpha beta; do
                end "patroni $dir/$name.yml"
                # Killed servers leave this file behind.
                if [ -e "$dir/$name/postmaster.pid" ] && kill -0 "$(head -n 1 "$dir/$name/postmaster.pid")"; then
                    as "$bin/pg_ctl" -D "$dir/$name" -w -m immediate stop >/dev/null
                fi
            done
            end "etcd --data-dir $dir/etcd"
            """)
        try await eventually("no server is left", seen: { "\(servers())" }) { servers().isEmpty ? () : nil }
    }

    private func servers() -> [RunningProcess] {
        RunningProcess.all().filter { $0.workingDirectory.hasPrefix(directory) }
    }

    func psql(_ statement: String) async throws -> String { try await psql(statement, conninfo) }

    private func psql(_ statement: String, _ conninfo: String) async throws -> String {
        let outcome = try await shop.run(
            "/usr/bin/env", ["psql", "dbname=postgres user=oblik \(conninfo)", "-XAqt", "-c", statement])
        guard outcome.code == 0 else { throw PsqlFailure(errors: outcome.errors) }
        return outcome.output.split(separator: "\n").joined(separator: "\n")
    }

    private func log(_ name: String) -> String {
        String(Files.text(of: "\(directory)/\(name).log").suffix(2000))
    }

    struct PsqlFailure: Error {
        let errors: String
    }
}

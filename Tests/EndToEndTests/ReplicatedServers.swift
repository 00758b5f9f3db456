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
    var directory: String { shop.folder + "/servers" }

    /// Runs a script that knows `dir`, `bin`, and how to do as `postgres`, since root may run no server.
    func run(_ script: String) async throws {
        let preface = """
            set -eu
            dir=\(directory)
            bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/postgres | sort -V | tail -n 1)")
            as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
            own() { if [ "$(id -u)" = 0 ]; then chown postgres "$1"; fi; }
            cd /

            """
        let outcome = try await shop.run("/bin/sh", ["-c", preface + script])
        #expect(outcome.code == 0, "\(outcome.errors)")
        try #require(outcome.code == 0)
    }
}

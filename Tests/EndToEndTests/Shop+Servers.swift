import Testing

extension Shop {
    /// Where servers besides the shop's own keep what they keep.
    var serverDirectory: String { folder + "/servers" }

    /// Runs a script that knows `dir`, `bin`, and how to do as `postgres`, since root may run no server.
    func runAsServer(_ script: String) async throws {
        let preface = """
            set -eu
            dir=\(serverDirectory)
            bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/postgres | sort -V | tail -n 1)")
            as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
            own() { if [ "$(id -u)" = 0 ]; then chown postgres "$1"; fi; }
            cd /

            """
        let outcome = try await run("/bin/sh", ["-c", preface + script])
        #expect(outcome.code == 0, "\(outcome.errors)")
        try #require(outcome.code == 0)
    }

    /// What runs in the directory of those servers.
    func servers() -> [RunningProcess] {
        RunningProcess.all().filter { $0.workingDirectory.hasPrefix(serverDirectory) }
    }

    /// What a statement gives on a server on the loopback interface.
    func psql(_ statement: String, port: Int, database: String = "postgres") async throws -> String {
        let outcome = try await run(
            "/usr/bin/env",
            ["psql", "-h", "127.0.0.1", "-p", "\(port)", "-U", "oblik", "-d", database, "-XAqt", "-c", statement])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").joined(separator: "\n")
    }
}

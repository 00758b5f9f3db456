import Glibc
import Testing

@testable import EmbeddedPostgres

/// A cluster's base directory under `/tmp`, and what the tests do with it.
struct Fixture {
    let base: String

    /// Runs the body with a directory of its own, and leaves neither server nor directory behind.
    static func run(_ body: (Fixture) async throws -> Void) async throws {
        let base = "/tmp/embeddedtest-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let fixture = Fixture(base: base)
        defer {
            // Best effort: a failed clean-up must not hide the failure of the test.
            try? fixture.cluster().stopBlocking(.immediate, evenIfInUse: true)
            _ = try? Command(executable: "/bin/rm", arguments: ["-rf", "--", base], environment: []).run(
                within: .seconds(30))
        }
        try await body(fixture)
    }

    /// A handle on the cluster, as a program of its own would have.
    func cluster(_ change: (inout ClusterOptions) -> Void = { _ in }) -> EmbeddedCluster {
        var options = ClusterOptions(name: "shelf", location: ClusterLocation(base: base), environment: [:])
        options.durability = .disposable
        change(&options)
        return EmbeddedCluster(options: options)
    }

    /// What psql prints for a statement, run by the invoker of the tests.
    func psql(_ address: String, _ statement: String) throws -> String {
        let arguments = ["-X", "-q", "-A", "-t", "-d", address, "-c", statement]
        let output = try Command(executable: "/usr/bin/psql", arguments: arguments, environment: []).run(
            within: .seconds(30))
        return output
    }

    /// The living processes of the server and its sessions.
    var processes: [Int32] {
        guard let directory = ClusterLocation(base: base).existing?.directory else { return [] }
        return ProcessTable.processes(in: directory)
    }

    /// Kills the server as the machine's memory guard would, and waits until it is dead.
    func killServer() throws {
        let data = try #require(ClusterLocation(base: base).existing?.directory)
        let server = try #require(PostmasterFile(dataDirectory: data)).processID
        #expect(kill(server, SIGKILL) == 0)
        #expect(eventually { !ProcessTable.isAlive(server, in: data) })
    }

    func permissions(_ path: String) throws -> mode_t {
        try #require(status(ofLink: path)).permissions
    }
}

/// Waits until a condition holds; false if it does not within ten seconds.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
    try Deadline(after: .seconds(10)).wait(everyMilliseconds: 5, until: condition)
}

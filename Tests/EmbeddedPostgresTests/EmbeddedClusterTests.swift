import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite struct EmbeddedClusterTests {
    @Test("A fresh directory becomes a running cluster that psql reaches by words and by URL")
    func startsFresh() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            #expect(try await cluster.status().state == .absent)
            let address = try await cluster.start()
            #expect(
                try fixture.psql(address.connectionString, "SELECT current_user, current_database()") == "shelf|shelf")
            #expect(try fixture.psql(address.url, "SELECT 'reached'") == "reached")
            let running = try await cluster.status()
            #expect(running.state == .running)
            #expect(running.isInUse)
            #expect(running.address == address)
            #expect(try await cluster.leave() == .stopped)
            #expect(fixture.processes.isEmpty)
            #expect(status(ofLink: address.socketDirectory) == nil)
            #expect(try await cluster.status().state == .stopped)
            #expect(try await cluster.status().isInUse == false)
        }
    }

    @Test("The cluster speaks UTF-8, checks its pages, listens on no network and sorts by code point")
    func hasTheSettings() async throws {
        try await Fixture.run { fixture in
            let address = try await fixture.cluster().start().connectionString
            func setting(_ name: String) throws -> String { try fixture.psql(address, "SHOW \(name)") }
            #expect(try setting("server_encoding") == "UTF8")
            #expect(try setting("lc_collate") == "C.UTF-8")
            #expect(try setting("data_checksums") == "on")
            #expect(try setting("listen_addresses") == "")
            #expect(try setting("max_connections") == "250")
            #expect(try setting("timezone") == "UTC")
            #expect(try setting("fsync") == "off")
        }
    }

    @Test("A durable cluster waits for the disk at every commit")
    func durableWaits() async throws {
        try await Fixture.run { fixture in
            let address = try await fixture.cluster { $0.durability = .durable }.start().connectionString
            for name in ["fsync", "synchronous_commit", "full_page_writes"] {
                #expect(try fixture.psql(address, "SHOW \(name)") == "on")
            }
            #expect(try fixture.psql(address, "SHOW max_connections") == "40")
            #expect(["64MB", "256MB"].contains(try fixture.psql(address, "SHOW shared_buffers")))
        }
    }

    @Test("Data, sockets and locks are closed to other accounts")
    func closesEverything() async throws {
        try await Fixture.run { fixture in
            let address = try await fixture.cluster().start()
            let location = ClusterLocation(base: fixture.base)
            let data = try #require(location.existing?.directory)
            for directory in [fixture.base, data, address.socketDirectory] {
                #expect(try fixture.permissions(directory) == 0o700)
            }
            for file in [location.mutexFile, location.usersFile, location.logFile, data + "/pg_hba.conf"] {
                #expect(try fixture.permissions(file) == 0o600)
            }
        }
    }

    @Test("A second program adopts the running server, and only the last one out stops it")
    func adopts() async throws {
        try await Fixture.run { fixture in
            let first = fixture.cluster()
            let second = fixture.cluster()
            let address = try await first.start()
            let server = try await first.status().processID
            #expect(try await second.start() == address)
            #expect(try await second.status().processID == server)
            #expect(try await first.leave() == .leftRunning)
            #expect(try fixture.psql(address.connectionString, "SELECT 1") == "1")
            #expect(try await second.leave() == .stopped)
            #expect(try await second.leave() == .notJoined)
            #expect(fixture.processes.isEmpty)
        }
    }

    @Test("Eight programs that start at the same time share one server")
    func startsOnce() async throws {
        try await Fixture.run { fixture in
            let clusters = (0..<8).map { _ in fixture.cluster() }
            let addresses = try await withThrowingTaskGroup(of: ClusterAddress.self) { group in
                for cluster in clusters { group.addTask { try await cluster.start() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(addresses.count == 8)
            #expect(Set(addresses).count == 1)
            let departures = try await withThrowingTaskGroup(of: Departure.self) { group in
                for cluster in clusters { group.addTask { try await cluster.leave() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(departures.count { $0 == .stopped } == 1)
            #expect(departures.count { $0 == .leftRunning } == 7)
            #expect(fixture.processes.isEmpty)
        }
    }

    @Test("Data outlive a stop and a start")
    func keepsData() async throws {
        try await Fixture.run { fixture in
            let first = fixture.cluster()
            _ = try fixture.psql(try await first.start().url, "CREATE TABLE kept AS SELECT 42 AS n")
            #expect(try await first.leave() == .stopped)
            let address = try await fixture.cluster().start()
            #expect(try fixture.psql(address.url, "SELECT n FROM kept") == "42")
        }
    }

    @Test("A server that others use is stopped only when that is asked for")
    func stopsOnRequest() async throws {
        try await Fixture.run { fixture in
            let user = fixture.cluster()
            let other = fixture.cluster()
            _ = try await user.start()
            await #expect(throws: EmbeddedPostgresError.inUse) { try await other.stop() }
            #expect(try await user.status().state == .running)
            try await other.stop(evenIfInUse: true)
            #expect(fixture.processes.isEmpty)
        }
    }

    @Test("A destroyed cluster leaves nothing but what others have put beside it")
    func destroys() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            _ = try await cluster.start()
            #expect(mkdir(fixture.base + "/photos", 0o700) == 0)
            try cluster.destroy()
            #expect(fixture.processes.isEmpty)
            #expect(entries(of: fixture.base) == ["photos"])
            #expect(rmdir(fixture.base + "/photos") == 0)
            try cluster.destroy()
            #expect(status(ofLink: fixture.base) == nil)
        }
    }

    @Test("The half-made cluster of a program that died is ignored and removed")
    func removesDrafts() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            let draft = fixture.base + "/pg15.tmp-999999"
            #expect(mkdir(fixture.base, 0o700) == 0)
            #expect(mkdir(draft, 0o700) == 0)
            #expect(mkdir(draft + "/base", 0o700) == 0)
            #expect(try await cluster.status().state == .absent)
            let address = try await cluster.start()
            #expect(try fixture.psql(address.url, "SELECT 1") == "1")
            #expect(status(ofLink: draft) == nil)
        }
    }

    @Test("A start that fails says what the server logged, and leaves nothing running")
    func explainsFailure() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            _ = try await cluster.start()
            try await cluster.stop(evenIfInUse: true)
            let data = try #require(ClusterLocation(base: fixture.base).existing?.directory)
            try ServerConfiguration.append("no_such_setting = 1", to: data + "/postgresql.conf")
            let error = await #expect(throws: EmbeddedPostgresError.self) { try await cluster.start() }
            #expect(error?.description.contains("no_such_setting") == true)
            #expect(fixture.processes.isEmpty)
        }
    }
}

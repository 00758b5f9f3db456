import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite struct ClusterRecoveryTests {
    @Test("After kill -9 of the server any program brings it back with its data")
    func survivesKill() async throws {
        try await Fixture.run { fixture in
            let first = fixture.cluster { $0.durability = .durable }
            let second = fixture.cluster()
            let address = try await first.start()
            _ = try await second.start()
            _ = try fixture.psql(address.url, "CREATE TABLE kept AS SELECT 7 AS n")
            try fixture.killServer()
            // The second one did not start the server; the first one's thread has waited for its end.
            let back = try await second.ensureRunning()
            #expect(try fixture.psql(back.url, "SELECT n FROM kept") == "7")
            #expect(try await first.ensureRunning() == back)
            #expect(try await first.leave() == .leftRunning)
            #expect(try await second.leave() == .stopped)
        }
    }

    @Test("Programs that all notice the loss at once start one server")
    func recoversOnce() async throws {
        try await Fixture.run { fixture in
            let clusters = (0..<4).map { _ in fixture.cluster() }
            for cluster in clusters { _ = try await cluster.start() }
            try fixture.killServer()
            let addresses = try await withThrowingTaskGroup(of: ClusterAddress.self) { group in
                for cluster in clusters { group.addTask { try await cluster.ensureRunning() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(addresses).count == 1)
            #expect(try fixture.psql(addresses[0].url, "SELECT 1") == "1")
        }
    }

    @Test("A session that computes on after its server was killed does not keep the cluster down")
    func endsOrphans() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            let address = try await cluster.start()
            let busy = Command(
                executable: "/usr/bin/psql",
                arguments: ["-X", "-d", address.url, "-c", "SELECT count(*) FROM generate_series(1, 1000000000000)"],
                environment: [])
            let null = open("/dev/null", O_RDWR | O_CLOEXEC)
            defer { close(null) }
            let psql = try busy.spawn(input: null, output: null)
            defer {
                kill(psql, SIGKILL)
                waitpid(psql, nil, 0)
            }
            let activity = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%series(1, 1%'"
            #expect(try eventually { try fixture.psql(address.url, activity) == "2" })
            try fixture.killServer()
            let back = try await cluster.ensureRunning()
            #expect(try fixture.psql(back.url, "SELECT 1") == "1")
        }
    }

    @Test("A dead server that its parent never waits for does not keep the cluster down")
    func outlivesZombie() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            _ = try await cluster.start()
            try await cluster.stop()
            let data = try #require(ClusterLocation(base: fixture.base).existing)
            let account = try ServerAccount.resolve(asked: nil, ownerOfData: data.owner)
            let binaries = try ServerBinaries.find(explicit: nil, major: data.major, path: "")
            _ = try SocketDirectory.prepare(
                name: "shelf", dataDirectory: data.directory, account: account, runtimeDirectory: nil)
            let script = "\(binaries.postgres) -D \(data.directory) & exec sleep 600"
            let null = open("/dev/null", O_RDWR | O_CLOEXEC)
            defer { close(null) }
            let parent = try account.command("/bin/sh", ["-c", script]).spawn(input: null, output: null)
            defer {
                kill(-parent, SIGKILL)
                waitpid(parent, nil, 0)
            }
            var server: Int32 = 0
            let isReady = eventually {
                guard case .ready(let file) = ServerState.of(dataDirectory: data.directory) else { return false }
                server = file.processID
                return true
            }
            try #require(isReady)
            #expect(kill(server, SIGKILL) == 0)
            #expect(eventually { ProcessTable.isZombie(server) })
            let address = try await cluster.start()
            #expect(try fixture.psql(address.url, "SELECT 1") == "1")
            #expect(ProcessTable.isZombie(server))
        }
    }

    @Test("A server that is killed again and again while it starts is given up with the reason")
    func givesUp() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            _ = try await cluster.start()
            try await cluster.stop(evenIfInUse: true)
            let programs = fixture.base + "/bin"
            let real = try ServerBinaries.find(explicit: nil, major: nil, path: "")
            // It tells its version as the real one does, and is killed whenever it is to serve.
            let script = "#!/bin/sh\ncase $1 in --version) exec \(real.postgres) --version;; esac\nkill -9 $$\n"
            #expect(mkdir(programs, 0o755) == 0)
            for name in ["postgres", "initdb"] {
                let file = open("\(programs)/\(name)", O_WRONLY | O_CREAT, 0o755)
                #expect(write(file, script, script.utf8.count) == script.utf8.count)
                close(file)
            }
            let doomed = fixture.cluster { $0.binariesDirectory = programs }
            let error = await #expect(throws: EmbeddedPostgresError.self) { try await doomed.start() }
            #expect(error?.description.contains("killed while starting") == true)
            #expect(try fixture.psql(try await cluster.start().url, "SELECT 1") == "1")
        }
    }

    @Test("A server whose socket was cleaned away is started anew")
    func replacesUnreachable() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            let address = try await cluster.start()
            #expect(unlink(SocketDirectory.socket(in: address.socketDirectory)) == 0)
            #expect(try await cluster.status().state == .unreachable)
            let back = try await cluster.ensureRunning()
            #expect(try fixture.psql(back.url, "SELECT 1") == "1")
        }
    }
}

import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite struct PrivateDirectoryTests {
    @Test("A directory with other things in it does not change its owner")
    func sparesStrangers() async throws {
        try await Fixture.run { fixture async throws in
            #expect(mkdir(fixture.base, 0o777) == 0)
            #expect(chmod(fixture.base, 0o777) == 0)
            #expect(mkdir(fixture.base + "/photos", 0o700) == 0)
            let error = await #expect(throws: EmbeddedPostgresError.self) { try await fixture.cluster().start() }
            #expect(error?.description.contains(fixture.base) == true)
            #expect(status(ofLink: fixture.base)?.st_uid == geteuid())
            #expect(try fixture.permissions(fixture.base) == 0o777)
        }
    }

    @Test("An empty directory that is open to others is closed to them")
    func closesEmpty() async throws {
        try await Fixture.run { fixture async throws in
            #expect(mkdir(fixture.base, 0o755) == 0)
            _ = try await fixture.cluster().start()
            #expect(try fixture.permissions(fixture.base) == 0o700)
        }
    }

    @Test("A place that the server's account cannot reach is refused with the way out", .enabled(if: geteuid() == 0))
    func explainsUnreachable() async throws {
        try await Fixture.run { fixture async throws in
            #expect(mkdir(fixture.base, 0o700) == 0)
            let inner = fixture.cluster { $0.location = ClusterLocation(base: fixture.base + "/inner") }
            let error = await #expect(throws: EmbeddedPostgresError.self) { try await inner.start() }
            #expect(error?.description.contains("chmod o+x") == true)
        }
    }

    @Test("A data directory that was opened to others is closed again before the start")
    func tightensData() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster()
            _ = try await cluster.start()
            try await cluster.stop()
            let data = try #require(ClusterLocation(base: fixture.base).existing?.directory)
            #expect(chmod(data, 0o755) == 0)
            let address = try await cluster.start()
            #expect(try fixture.psql(address.url, "SELECT 1") == "1")
            #expect(try fixture.permissions(data) == 0o700)
        }
    }

    @Test("Blanks, quotes and letters of any script may stand in the path")
    func takesAnyPath() async throws {
        try await Fixture.run { fixture in
            let inner = Fixture(base: fixture.base + "/it's \"наша\" полиця, 100%")
            #expect(mkdir(fixture.base, 0o755) == 0)
            let cluster = inner.cluster()
            let address = try await cluster.start()
            #expect(try inner.psql(address.url, "SELECT 1") == "1")
            try cluster.destroy()
            #expect(status(ofLink: inner.base) == nil)
        }
    }

    @Test("A file in the place of the directory is refused")
    func refusesFile() async throws {
        try await Fixture.run { fixture async throws in
            close(creat(fixture.base, 0o600))
            let error = await #expect(throws: EmbeddedPostgresError.self) { try await fixture.cluster().start() }
            #expect(error?.description.contains("not a directory") == true)
        }
    }
}

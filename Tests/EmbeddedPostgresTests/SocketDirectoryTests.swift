import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite struct SocketDirectoryTests {
    /// The invoker as the server's account: the rules of `/tmp` are the same for everybody.
    private let account = ServerAccount(name: "tester", uid: geteuid(), gid: getegid(), setpriv: nil)

    private func prepare(_ base: String, runtime: String?, temporary: String) throws -> String {
        try SocketDirectory.prepare(
            name: "shelf", dataDirectory: base + "/pg15", account: account, runtimeDirectory: runtime,
            temporaryDirectory: temporary)
    }

    @Test("The session's runtime directory comes first, and a private one under /tmp next")
    func prefersRuntime() async throws {
        try await Fixture.run { fixture async throws in
            #expect(mkdir(fixture.base, 0o700) == 0)
            let leaf = SocketDirectory.hash(fixture.base + "/pg15")
            let first = try prepare(fixture.base, runtime: fixture.base, temporary: "/nowhere")
            #expect(first == "\(fixture.base)/shelf-\(leaf)")
            #expect(try fixture.permissions(first) == 0o700)
            let second = try prepare(fixture.base, runtime: nil, temporary: fixture.base)
            #expect(second == "\(fixture.base)/shelf-\(geteuid())-\(leaf)")
        }
    }

    @Test("A runtime directory whose socket path would have more than 107 bytes is passed over")
    func passesOverLong() async throws {
        try await Fixture.run { fixture async throws in
            let fits = fixture.base + "/" + String(repeating: "r", count: 107 - 29 - 1 - fixture.base.utf8.count)
            #expect(mkdir(fixture.base, 0o700) == 0)
            #expect(mkdir(fits, 0o700) == 0)
            #expect(mkdir(fits + "r", 0o700) == 0)
            let taken = try prepare(fixture.base, runtime: fits, temporary: "/nowhere")
            #expect(SocketDirectory.socket(in: taken).utf8.count == 107)
            let other = try prepare(fixture.base, runtime: fits + "r", temporary: fixture.base)
            #expect(other.hasPrefix(fixture.base + "/shelf-"))
        }
    }

    @Test("Where every place is too long, the message says so for each")
    func explainsLong() throws {
        let long = "/tmp/" + String(repeating: "x", count: 120)
        let error = #expect(throws: EmbeddedPostgresError.self) {
            try prepare("/data", runtime: long, temporary: long)
        }
        let text = try #require(error).description
        #expect(text.components(of: "longer than 107 bytes") == 2)
    }

    @Test("A link that somebody has put in the place of the directory is not followed")
    func refusesLink() async throws {
        try await Fixture.run { fixture async throws in
            #expect(mkdir(fixture.base, 0o700) == 0)
            let leaf = SocketDirectory.hash(fixture.base + "/pg15")
            #expect(symlink("/tmp", "\(fixture.base)/shelf-\(geteuid())-\(leaf)") == 0)
            let error = #expect(throws: EmbeddedPostgresError.self) {
                try prepare(fixture.base, runtime: nil, temporary: fixture.base)
            }
            #expect(error?.description.contains("link") == true)
        }
    }

    @Test("A directory that is open to others is closed to them")
    func tightens() async throws {
        try await Fixture.run { fixture async throws in
            #expect(mkdir(fixture.base, 0o700) == 0)
            let leaf = SocketDirectory.hash(fixture.base + "/pg15")
            let path = "\(fixture.base)/shelf-\(leaf)"
            #expect(mkdir(path, 0o700) == 0 && chmod(path, 0o777) == 0)
            #expect(try prepare(fixture.base, runtime: fixture.base, temporary: "/nowhere") == path)
            #expect(try fixture.permissions(path) == 0o700)
        }
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        ranges(of: text).count
    }
}

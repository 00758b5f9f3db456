import Testing

@testable import EmbeddedPostgres

@Suite struct ServerBinariesTests {
    @Test("The programs of an installed PostgreSQL are found with their version")
    func findsInstalled() throws {
        let found = try ServerBinaries.find(explicit: nil, major: nil, path: "")
        #expect(found.directory == "/usr/lib/postgresql/\(found.major)/bin")
        #expect(try ServerBinaries.find(explicit: found.directory, major: found.major, path: "") == found)
        #expect(try ServerBinaries.find(explicit: nil, major: nil, path: found.directory, root: "/nowhere") == found)
    }

    @Test("Where none are found, the message names every place and the package to install")
    func explainsMissing() throws {
        let error = #expect(throws: EmbeddedPostgresError.self) {
            try ServerBinaries.find(explicit: nil, major: nil, path: "/nowhere/bin:/elsewhere/bin", root: "/nothing")
        }
        let text = try #require(error).description
        for part in ["/nothing/*/bin", "/nowhere/bin", "/elsewhere/bin", "apt-get install postgresql-15"] {
            #expect(text.contains(part))
        }
    }

    @Test("Data of another version ask for the programs of that version")
    func namesVersion() throws {
        let error = #expect(throws: EmbeddedPostgresError.self) {
            try ServerBinaries.find(explicit: nil, major: 9, path: "/usr/local/bin")
        }
        let text = try #require(error).description
        #expect(text.contains("PostgreSQL 9,"))
        #expect(text.contains("postgresql-9)"))
    }

    @Test("An explicit directory is the only place looked at")
    func looksOnlyThere() {
        #expect(throws: EmbeddedPostgresError.binariesMissing(major: nil, looked: ["/nowhere"])) {
            try ServerBinaries.find(explicit: "/nowhere", major: nil, path: "/usr/bin")
        }
    }

    @Test(
        "The major version is read from the answer to --version",
        arguments: [
            ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", 15), ("postgres (PostgreSQL) 18devel", 18),
            ("postgres", nil), ("", nil),
        ] as [(String, Int?)])
    func readsVersion(answer: String, major: Int?) {
        #expect(ServerBinaries.parseVersion(answer) == major)
    }
}

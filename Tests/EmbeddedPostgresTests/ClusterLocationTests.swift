import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite struct ClusterLocationTests {
    @Test("A variable of the program's name decides the place, whoever asks")
    func variableWins() {
        let environment = ["SHELF_DATA_DIR": "/srv/shelf/", "XDG_DATA_HOME": "/x", "HOME": "/h"]
        #expect(ClusterLocation.default(name: "shelf", environment: environment).base == "/srv/shelf")
    }

    @Test("Without it, root has a system directory and others their own data directory")
    func followsTheCustom() {
        let withData = ClusterLocation.default(name: "shelf", environment: ["XDG_DATA_HOME": "/x", "HOME": "/h"])
        let withHome = ClusterLocation.default(name: "shelf", environment: ["XDG_DATA_HOME": "relative", "HOME": "/h"])
        #expect(withData.base == (geteuid() == 0 ? "/var/lib/shelf" : "/x/shelf"))
        #expect(withHome.base == (geteuid() == 0 ? "/var/lib/shelf" : "/h/.local/share/shelf"))
    }

    @Test("A relative path is taken from the working directory")
    func completesRelative() throws {
        let here = try #require(canonical("."))
        #expect(ClusterLocation(base: "data").base == here + "/data")
    }

    @Test("Only complete data directories count, and the newest version wins")
    func findsExisting() async throws {
        try await Fixture.run { fixture in
            let location = ClusterLocation(base: fixture.base)
            #expect(mkdir(fixture.base, 0o700) == 0)
            #expect(location.existing == nil)
            for name in ["pg9", "pg15", "pg16", "pg17.tmp-1"] { #expect(mkdir("\(fixture.base)/\(name)", 0o700) == 0) }
            for name in ["pg9", "pg15", "pg17.tmp-1"] {
                let file = creat("\(fixture.base)/\(name)/PG_VERSION", 0o600)
                #expect(file >= 0)
                close(file)
            }
            #expect(location.existing?.major == 15)
            #expect(location.drafts == [fixture.base + "/pg17.tmp-1"])
        }
    }
}

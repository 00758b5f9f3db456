import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite struct ServerAccountTests {
    @Test(
        "Root hands the server to the account it names, and existing data keep their owner",
        .enabled(if: geteuid() == 0))
    func rootNames() async throws {
        try await Fixture.run { fixture in
            let cluster = fixture.cluster { $0.account = "nobody" }
            let address = try await cluster.start()
            let nobody = try #require(PasswordEntry.find(name: "nobody"))
            #expect(try fixture.psql(address.url, "SELECT 1") == "1")
            #expect(status(ofLink: fixture.base)?.st_uid == nobody.uid)
            try await cluster.stop()
            let back = try await fixture.cluster().start()
            #expect(try fixture.psql(back.url, "SELECT 1") == "1")
            let other = fixture.cluster { $0.account = "daemon" }
            let error = await #expect(throws: EmbeddedPostgresError.self) { try await other.start() }
            #expect(error?.description.contains("belong to nobody") == true)
        }
    }

    @Test("Without a name, root chooses an account that is not root", .enabled(if: geteuid() == 0))
    func rootChooses() throws {
        let account = try ServerAccount.resolve(asked: nil, ownerOfData: nil)
        #expect(["postgres", "nobody"].contains(account.name))
        #expect(account.uid != 0 && !account.isInvoker)
    }

    @Test("Root itself and accounts that do not exist are refused", .enabled(if: geteuid() == 0))
    func refuses() throws {
        let root = #expect(throws: EmbeddedPostgresError.self) {
            try ServerAccount.resolve(asked: "root", ownerOfData: nil)
        }
        #expect(root?.description.contains("refuses to run as root") == true)
        let nobody = #expect(throws: EmbeddedPostgresError.self) {
            try ServerAccount.resolve(asked: "no-such-account", ownerOfData: nil)
        }
        #expect(nobody?.description.contains("no account named no-such-account") == true)
    }

    @Test("Others run the server as themselves and cannot ask for more", .enabled(if: geteuid() != 0))
    func others() throws {
        let account = try ServerAccount.resolve(asked: nil, ownerOfData: nil)
        #expect(account.isInvoker && account.uid == geteuid())
        #expect(throws: EmbeddedPostgresError.self) { try ServerAccount.resolve(asked: "root", ownerOfData: nil) }
        #expect(throws: EmbeddedPostgresError.self) { try ServerAccount.resolve(asked: nil, ownerOfData: 0) }
    }
}

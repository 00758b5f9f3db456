import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite struct PostmasterFileTests {
    @Test("The lines of postmaster.pid give process, socket directory and state")
    func reads() throws {
        let text = "4711\n/data/pg15\n1763834000\n5432\n/tmp/shelf\n\n 1234 5678\nready   \n"
        let file = try #require(PostmasterFile(text: text))
        #expect(file.processID == 4711)
        #expect(file.port == 5432)
        #expect(file.socketDirectory == "/tmp/shelf")
        #expect(file.status == "ready")
    }

    @Test("A file that is only begun has no state yet", arguments: ["4711\n", "4711\n/data\n1\n5432\n/tmp\n"])
    func readsBegun(text: String) throws {
        #expect(try #require(PostmasterFile(text: text)).status == "")
    }

    @Test("Nonsense and dangerous process numbers are no file", arguments: ["", "x\n", "-4711\n", "0\n", "1\n"])
    func refuses(text: String) {
        #expect(PostmasterFile(text: text) == nil)
    }

    @Test("A process is alive in a directory only if it works there")
    func knowsTheLiving() throws {
        let here = try #require(canonical("."))
        #expect(ProcessTable.isAlive(getpid(), in: here))
        #expect(!ProcessTable.isAlive(getpid(), in: "/nowhere"))
        #expect(ProcessTable.processes(in: here).contains(getpid()))
    }

    @Test("Refusals that pass by themselves are told from those that do not")
    func tellsRefusals() {
        #expect(ServerLauncher.passes("FATAL:  lock file \"postmaster.pid\" already exists"))
        #expect(ServerLauncher.passes("FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use"))
        #expect(!ServerLauncher.passes("FATAL:  data directory has invalid permissions"))
    }
}

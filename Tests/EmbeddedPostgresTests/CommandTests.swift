import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite struct CommandTests {
    private func shell(_ script: String) -> Command {
        Command(
            executable: "/bin/sh", arguments: ["-c", script], environment: ["PATH=/usr/bin:/bin", "GREETING=hello"])
    }

    @Test("A program gets its input and environment, and its output comes back on one line")
    func runs() throws {
        #expect(
            try shell("cat; echo $GREETING >&2").run(input: "one\ntwo\n", within: .seconds(10)) == "one | two | hello")
    }

    @Test("A failure carries what the program said")
    func reports() {
        #expect(throws: EmbeddedPostgresError.commandFailed(program: "sh", output: "no luck")) {
            try shell("echo no luck; exit 3").run(within: .seconds(10))
        }
    }

    @Test("A program that does not end is killed with its children")
    func limits() throws {
        let error = #expect(throws: EmbeddedPostgresError.self) {
            try shell("echo begun; sleep 600 & wait").run(within: .milliseconds(200))
        }
        #expect(try #require(error).description.contains("begun"))
    }

    @Test("Only the end of a long output is kept")
    func bounds() throws {
        let output = try shell("i=0; while [ $i -lt 9999 ]; do echo line$i; i=$((i+1)); done").run(within: .seconds(30))
        #expect(output.utf8.count <= 3 * 16_384)
        #expect(output.hasSuffix("line9998"))
    }

    @Test("A program leads a session of its own and inherits no open file")
    func detaches() throws {
        // A high number, so that no shell or tool comes to the same one by itself; a free one, since others run beside.
        let leak = fcntl(0, F_DUPFD, 900)
        defer { close(leak) }
        #expect(leak >= 900)
        let script = "test -e /proc/$$/fd/\(leak) || echo closed; cut -d' ' -f6 /proc/$$/stat; echo $$"
        let parts = try shell(script).run(within: .seconds(10)).split(separator: " | ")
        #expect(parts.first == "closed")
        #expect(parts.count == 3 && parts[1] == parts[2])
    }
}

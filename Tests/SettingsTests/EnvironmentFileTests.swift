import Testing

@testable import Settings

@Suite struct EnvironmentFileTests {
    private func parse(_ text: String) -> EnvironmentFile {
        EnvironmentFile(path: "f", bytes: Array(text.utf8))
    }

    @Test("Lines give names and values; blanks, comments and quotes around a value do not count")
    func parses() {
        let file = parse("# note\n\n A = 1 \r\nB='x y'\nC=\"q\"\nD=a=b#c\nE=\n\t# more")
        #expect(file.faults.isEmpty)
        #expect(
            file.entries == [
                .init(name: "A", value: "1", line: 3), .init(name: "B", value: "x y", line: 4),
                .init(name: "C", value: "q", line: 5), .init(name: "D", value: "a=b#c", line: 6),
                .init(name: "E", value: "", line: 7),
            ])
    }

    @Test("What is no setting is a fault with its line", arguments: ["word", "=1", "export A"])
    func refuses(line: String) {
        let file = parse("A=1\n\(line)\n")
        #expect(file.faults.map(\.description) == ["f:2: not of the form NAME=value"])
        #expect(file.entries.count == 1)
    }

    @Test("A name that is set twice is a fault, and the first value stays")
    func refusesDouble() {
        let file = parse("A=1\nA=2\n")
        #expect(file.faults.map(\.description) == ["f:2: A is set a second time (first in line 1)"])
        #expect(file.entries.map(\.value) == ["1"])
    }

    @Test("Bytes that are no text are a fault")
    func refusesBytes() {
        #expect(EnvironmentFile(path: "f", bytes: [0xff]).faults.count == 1)
    }

    @Test("A file that is not there is empty, one that cannot be read or is too large is a fault")
    func reads() throws {
        #expect(EnvironmentFile(path: "/nowhere/.env.local").faults.isEmpty)
        #expect(EnvironmentFile(path: "/tmp").faults.count == 1)
        try ScratchDirectory.run(["big": String(repeating: "#", count: 65_537)]) { scratch in
            let file = EnvironmentFile(path: scratch.path + "/big")
            #expect(file.faults.first?.problem == "it has more than 65536 bytes")
        }
    }
}

import Testing

@testable import Migrations

@Suite struct MigrationDirectoryTests {
    private func load(_ files: [String: String]) async throws -> [Migration] {
        try await ScratchDirectory.run(files) { try MigrationDirectory(path: $0.path).load() }
    }

    @Test("Files are read in the order of their numbers, and other files are left alone")
    func loads() async throws {
        let migrations = try await load([
            "0002_add_b.sql": "SELECT 2;", "0001_add_a.sql": "SELECT 1;", "README.md": "text", ".0003_x.sql": "half",
        ])
        #expect(migrations.map(\.title) == ["0001_add_a", "0002_add_b"])
        #expect(migrations.map(\.text) == ["SELECT 1;", "SELECT 2;"])
        #expect(
            migrations[0].checksum == "17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a")
    }

    @Test("A first line asks for no transaction, and only that very line")
    func readsFirstLine() async throws {
        let migrations = try await load([
            "0001_a.sql": "-- migrate: no transaction\nSELECT 1;", "0002_b.sql": "\n-- migrate: no transaction\n",
            "0003_c.sql": "",
        ])
        #expect(migrations.map(\.isTransactional) == [false, true, true])
    }

    @Test(
        "A name of another form is refused",
        arguments: [
            "1_a.sql", "00001_a.sql", "0001-a.sql", "0001_A.sql", "0001_.sql", "0001.sql", "abcd_a.sql", "0001_a b.sql",
            "0001__a.sql", "٠٠٠١_a.sql",
        ])
    func refusesName(file: String) async {
        await #expect(throws: MigrationError.malformedName(file: file)) { try await load([file: ""]) }
    }

    @Test("Numbers are neither missing nor double, and begin with 1")
    func refusesGaps() async {
        await #expect(throws: MigrationError.outOfSequence(file: "0002_a.sql", expected: 1)) {
            try await load(["0002_a.sql": ""])
        }
        await #expect(throws: MigrationError.outOfSequence(file: "0003_c.sql", expected: 2)) {
            try await load(["0001_a.sql": "", "0003_c.sql": ""])
        }
        await #expect(throws: MigrationError.outOfSequence(file: "0001_b.sql", expected: 2)) {
            try await load(["0001_a.sql": "", "0001_b.sql": ""])
        }
    }

    @Test(
        "Bytes that are no text, and text that is no step, are refused", arguments: [[0xff], [0x41, 0]] as [[UInt8]])
    func refusesBytes(bytes: [UInt8]) async throws {
        try await ScratchDirectory.run([:]) { scratch async throws in
            try scratch.write("0001_a.sql", bytes: bytes)
            let error = #expect(throws: MigrationError.self) { try MigrationDirectory(path: scratch.path).load() }
            #expect(error?.description.contains("not UTF-8 text") == true)
        }
    }

    @Test("A file of more than a megabyte is refused")
    func refusesLarge() async throws {
        let error = await #expect(throws: MigrationError.self) {
            try await load(["0001_a.sql": String(repeating: " ", count: 1_048_577)])
        }
        #expect(error?.description.contains("1048576 bytes") == true)
    }

    @Test("A directory that is not there is named")
    func explainsMissing() {
        let error = #expect(throws: MigrationError.self) { try MigrationDirectory(path: "/nowhere/at/all").load() }
        #expect(error?.description.contains("/nowhere/at/all cannot be used: No such file") == true)
    }

    @Test("A generated file is the next one, says what to write, and is valid")
    func generates() async throws {
        try await ScratchDirectory.run(["0001_add_a.sql": ""]) { scratch in
            let directory = MigrationDirectory(path: scratch.path)
            #expect(try directory.generate(name: "add_b") == scratch.path + "/0002_add_b.sql")
            #expect(try directory.generate(name: "add_c") == scratch.path + "/0003_add_c.sql")
            let made = try directory.load()
            #expect(made.map(\.version) == [1, 2, 3])
            #expect(made[1].text.hasPrefix("-- "))
            #expect(made[1].isTransactional)
        }
    }

    @Test("A name that is not in snake case makes no file", arguments: ["", "Add", "add b", "../x", "_a", "a_", "ж"])
    func refusesGenerating(name: String) async throws {
        try await ScratchDirectory.run([:]) { scratch async throws in
            let directory = MigrationDirectory(path: scratch.path)
            #expect(throws: MigrationError.invalidName(name)) { try directory.generate(name: name) }
            #expect(try directory.load().isEmpty)
        }
    }
}

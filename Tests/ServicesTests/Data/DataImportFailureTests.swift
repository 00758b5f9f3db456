import Domain
import Glibc
import Postgres
import Services
import TestSupport
import Testing
import Wording

@Suite struct DataImportFailureTests {
    private static let header = DataImportTests.header
    private static let rows = (1...20_000)
        .map { "\($0 / 4 + 1000),CODE-\($0 % 50),GOODS,1,2010-12-01 08:26:00,2.50,\($0 / 4 % 9),UK\n" }.joined()

    /// Runs an import that must fail, and expects that nothing of it is left and that the shop is free for the next.
    private func expectFailure(
        of options: ImportOptions, in shop: DataFixture, _ location: SourceLocation = #_sourceLocation
    ) async throws -> DataError? {
        let before = try await shop.checksums()
        let error = await #expect(throws: DataError.self, sourceLocation: location) {
            try await shop.imports.run(options, as: shop.principal)
        }
        #expect(try await shop.checksums() == before, sourceLocation: location)
        return error
    }

    @Test("A file that is not there, a folder, an empty file and a foreign header are refused by name")
    func files() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let missing = try await expectFailure(of: ImportOptions(file: "/nowhere/x.csv"), in: shop)
            #expect(missing == .file(path: "/nowhere/x.csv", problem: "No such file or directory"))
            let directory = try await expectFailure(of: ImportOptions(file: folder.path), in: shop)
            #expect(directory == .file(path: folder.path, problem: "Is a directory"))
            let empty = try await expectFailure(of: ImportOptions(file: try folder.write("")), in: shop)
            #expect(empty == .refused(.invalid([Violation("header", "required", "The file is empty.")])))
            let foreign = try await expectFailure(of: ImportOptions(file: try folder.write("a,b\n1,2\n")), in: shop)
            guard case .refused(.invalid(let violations)) = foreign else {
                Issue.record("\(String(describing: foreign))")
                return
            }
            #expect(violations.count == 8)
            #expect(violations.first?.field == "InvoiceNo")
            let rejects = ImportOptions(
                file: try folder.write(Self.header), rejectsPath: "/nowhere/rejects.csv")
            #expect(
                try await expectFailure(of: rejects, in: shop)
                    == .file(path: "/nowhere/rejects.csv", problem: "No such file or directory"))
            let file = try folder.write(DataImportTests.dirty)
            _ = try await expectFailure(
                of: ImportOptions(file: file, rejectsPath: folder.path + "/./input.csv"), in: shop)
            #expect(folder.read("input.csv") == DataImportTests.dirty)
            let negative = ImportOptions(file: try folder.write(Self.header), openingStock: -1)
            #expect(try await expectFailure(of: negative, in: shop)?.description.contains("openingStock") == true)
        }
    }

    @Test("A file packed with xz is unpacked on the way; one that is cut off is refused as a whole")
    func packed() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let whole = try folder.write(try packedFile(), to: "whole")
            let cut = try folder.write(try packedFile().dropLast(40), to: "cut")
            guard case .file(cut, let problem)? = try await expectFailure(of: ImportOptions(file: cut), in: shop) else {
                Issue.record("A file that is cut off was taken for a whole one.")
                return
            }
            #expect(problem.contains("Unexpected end of input"))
            let report = try await shop.imports.run(ImportOptions(file: whole), as: shop.principal)
            #expect(report.importedLines == 20_000)
            #expect(report.orders == 5001)
            try await shop.expectClean()
        }
    }

    /// A file of 20,000 rows, packed by xz.
    private func packedFile() throws -> [UInt8] {
        let folder = try Folder()
        let plain = try folder.write(Self.header + Self.rows)
        let words = ["xz", "-k", plain].map { (word: String) in strdup(word) }
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        try #require(posix_spawnp(&process, "xz", nil, nil, words + [nil], environ) == 0)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        try #require(status == 0)
        let file = open(plain + ".xz", O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4 << 20)
        let count = read(file, &bytes, bytes.count)
        return Array(bytes.prefix(count))
    }

    @Test("An import that is cancelled while it waits for input leaves nothing, and the shop is free for the next")
    func cancelledWhileReading() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let pipe = folder.path + "/pipe"
            try #require(mkfifo(pipe, 0o600) == 0)
            // Open at both ends, so that it neither ends nor blocks.
            let writer = open(pipe, O_RDWR | O_CLOEXEC)
            defer { close(writer) }
            let start = Array((Self.header + Self.rows.prefix(2000)).utf8)
            #expect(write(writer, start, start.count) == start.count)
            let rejects = folder.path + "/rejects.csv"
            let (sawStart, hasStarted) = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await shop.imports.run(ImportOptions(file: pipe, rejectsPath: rejects), as: shop.principal) { _ in
                    hasStarted.yield()
                }
            }
            for await _ in sawStart { break }
            task.cancel()
            await #expect(throws: DataError.cancelled) { try await task.value }
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order") == 0)
            #expect(folder.read("rejects.csv") == nil && folder.read("rejects.csv.partial") == nil)
            let next = ImportOptions(file: try folder.write(DataImportTests.dirty))
            #expect(try await shop.imports.run(next, as: shop.principal).orders == 4)
        }
    }

    @Test(
        "An import that is cancelled in any later phase leaves every row and every index as it was",
        arguments: ["checking", "writing customers and products", "writing orders", "writing the ledger", "indexing"])
    func cancelledWhileWriting(phase: String) async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let file = try folder.write(Self.header + Self.rows)
            let (rows, definitions) = (
                try await shop.number("SELECT count(*) AS n FROM site.s_stock_move"), try await shop.definitions()
            )
            let task = Task {
                try await shop.imports.run(ImportOptions(file: file), as: shop.principal) { progress in
                    if "\(progress.phase)" == phase { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
            await #expect(throws: DataError.cancelled) { try await task.value }
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_stock_move") == rows)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_user") == 0)
            #expect(try await shop.definitions() == definitions)
        }
    }

    @Test("Two imports at once: one does the work, the other is told that the shop is being filled")
    func overlap() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let pipe = folder.path + "/pipe"
            try #require(mkfifo(pipe, 0o600) == 0)
            let writer = open(pipe, O_RDWR | O_CLOEXEC)
            let (sawStart, hasStarted) = AsyncStream.makeStream(of: Void.self)
            let first = Task {
                try await shop.imports.run(ImportOptions(file: pipe), as: shop.principal) { _ in hasStarted.yield() }
            }
            for await _ in sawStart { break }
            let second = ImportOptions(file: try folder.write(DataImportTests.dirty))
            await #expect(throws: DataError.refused(.busy)) {
                try await shop.imports.run(second, as: shop.principal)
            }
            await #expect(throws: DataError.refused(.busy)) {
                try await shop.seeds.run(DataFixture.options(), as: shop.principal)
            }
            let text = Array(DataImportTests.dirty.utf8)
            #expect(write(writer, text, text.count) == text.count)
            close(writer)
            #expect(try await first.value.orders == 4)
        }
    }

    @Test("Only those may import whose role permits it")
    func permission() async throws {
        try await DataFixture.open { shop in
            let operator_ = Principal(id: Identifier(1), name: "o", role: .operator_, source: .cli)
            await #expect(throws: DataError.refused(.forbidden(.importOrders))) {
                try await shop.imports.run(ImportOptions(file: "-"), as: operator_)
            }
        }
    }
}

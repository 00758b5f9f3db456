import Testing

@testable import Domain

@Suite struct ImportCSVReaderTests {
    /// What comes out of `chunks`, as texts.
    private func read(_ chunks: [[UInt8]], limits: CSVReader.Limits = .init()) -> [CSVRecord] {
        var reader = CSVReader(limits: limits)
        var records: [CSVRecord] = []
        for chunk in chunks { reader.read(chunk) { records.append($0) } }
        reader.finish { records.append($0) }
        return records
    }

    private func read(_ text: String, limits: CSVReader.Limits = .init()) -> [CSVRecord] {
        read([Array(text.utf8)], limits: limits)
    }

    @Test(
        "Fields are parted, unquoted and kept as they are",
        arguments: [
            ("a,b,c\n", [["a", "b", "c"]]),
            ("a,b", [["a", "b"]]),
            ("a,,\r\nb,,c\r\n", [["a", "", ""], ["b", "", "c"]]),
            ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
            ("\"two\nlines\",\"two\r\nlines\"\n", [["two\nlines", "two\r\nlines"]]),
            ("a\rb\r\nc\n", [["a"], ["b"], ["c"]]),
            ("\n\r\na\n\n\"\"\n", [["a"], [""]]),
            ("\u{FEFF}a,b\n", [["a", "b"]]),
            ("\u{FEFF}\"a\",b\n", [["a", "b"]]),
            (" a , b ", [[" a ", " b "]]),
            ("Ґанок,“ß”\n", [["Ґанок", "“ß”"]]),
            ("", []),
        ] as [(String, [[String]])])
    func reads(text: String, fields: [[String]]) {
        let records = read(text)
        #expect(records.map(\.texts) == fields)
        #expect(records.allSatisfy { $0.problem == nil })
    }

    @Test("Wherever a file is cut into chunks, the records are the same")
    func cuts() {
        let text = "\u{FEFF}\"Ім’я\",b\r\n\r\n\"x\"\"y\",\"1\r\n2\"\rlast,\"\"\nq\"q,\"z"
        let bytes = Array(text.utf8)
        let whole = read([bytes])
        #expect(whole.count == 4)
        for cut in bytes.indices {
            let parts = read([Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(parts.map(\.texts) == whole.map(\.texts), "cut at \(cut)")
            #expect(parts.map(\.problem) == whole.map(\.problem), "cut at \(cut)")
            #expect(parts.map(\.line) == whole.map(\.line), "cut at \(cut)")
        }
        #expect(read(bytes.map { [$0] }).map(\.texts) == whole.map(\.texts))
    }

    @Test("A record knows the line on which it begins")
    func lines() {
        #expect(read("a\n\n\"b\nb\r\nb\"\r\nc\rd\n").map(\.line) == [1, 3, 6, 7])
    }

    @Test(
        "What breaks the format is told, and reading goes on with the next line",
        arguments: [
            ("a\"b\"\nnext\n", CSVRecord.Problem.strayQuote),
            ("\"a\"b\nnext\n", .strayQuote),
            ("aaaaaaaaa\nnext\n", .fieldTooLong),
            ("aaaa,aaaa,aaaa,aaaa,aaaa\nnext\n", .recordTooLong),
            (",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\nnext\n", .recordTooLong),
            ("\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nnext\n", .recordTooLong),
        ])
    func problems(text: String, problem: CSVRecord.Problem) {
        let records = read(text, limits: .init(field: 8, record: 20))
        #expect(records.map(\.problem) == [problem, nil])
        #expect(records.last?.texts == ["next"])
        #expect(records.last?.line == 2)
        #expect(records.allSatisfy { $0.texts.reduce(0) { $0 + $1.utf8.count } <= 20 })
    }

    @Test("A quote that is never closed is told at the end of the file")
    func unclosed() {
        #expect(read("a\n\"b,c\n").map(\.problem) == [nil, .unclosedQuote])
    }

    @Test(
        "Bytes that are not UTF-8 are told",
        arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
    func encoding(bytes: [UInt8]) {
        let records = read([Array("a,".utf8) + bytes + Array("\nnext\n".utf8)])
        #expect(records.map(\.problem) == [.encoding, nil])
    }

    @Test("Whatever the bytes are, reading ends and no record passes its limit")
    func noise() {
        var generator = SystemRandomNumberGenerator()
        let alphabet: [UInt8] = [10, 13, 34, 44, 65, 0xC3, 0xEF, 0xBB, 0xBF]
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let records = read([bytes], limits: .init(field: 8, record: 16))
            #expect(records.allSatisfy { $0.count >= 1 && $0.bytes.count <= 17 })
            #expect(records.map(\.line) == records.map(\.line).sorted())
        }
    }
}

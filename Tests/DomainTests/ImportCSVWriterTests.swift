import Testing

@testable import Domain

@Suite struct ImportCSVWriterTests {
    private func written(_ fields: [String]) -> String {
        var writer = CSVWriter()
        writer.write(fields)
        return String(decoding: writer.take(), as: UTF8.self)
    }

    @Test("Fields with separators, quotes or line ends are quoted, others are not")
    func quotes() {
        #expect(written(["a b", "c,d", "e\"f", "g\nh", ""]) == "a b,\"c,d\",\"e\"\"f\",\"g\nh\",\r\n")
    }

    @Test(
        "What a spreadsheet would take for a formula gets an apostrophe",
        arguments: ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "\r=1"])
    func formulas(field: String) {
        #expect(written([field]).hasPrefix("\"'" + field.prefix(1)))
    }

    @Test("Numbers with a sign stay numbers", arguments: ["-1", "-11062.06", "+5"])
    func numbers(field: String) {
        #expect(written([field]) == field + "\r\n")
    }

    @Test("What is written is read again as it was")
    func roundTrip() {
        let fields = ["", "x", "a,\"b\"\r\nc", "Ґанок", " blank "]
        var reader = CSVReader()
        var records: [[String]] = []
        reader.read(Array(written(fields).utf8)) { records.append($0.texts) }
        #expect(records == [fields])
    }
}

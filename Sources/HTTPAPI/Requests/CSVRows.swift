import Domain
import JSON

/// A table in CSV as rows of JSON.
enum CSVRows {
    /// The rows; faults of values are left to the shape.
    ///
    /// - Throws: ``Problem`` for a line that can't be read, or has another number of cells than the first one.
    static func rows(_ bytes: [UInt8], _ shape: Shape) throws(Problem) -> [JSONValue] {
        var records: [CSVRecord] = []
        var reader = CSVReader()
        let take: (CSVRecord) -> Void = { record in
            // One more than may be is enough to see that there are too many.
            if records.count <= RequestContent.maximumRows + 1 { records.append(record) }
        }
        reader.read(bytes, take: take)
        reader.finish(take: take)
        guard let names = records.first?.texts else {
            throw .validation([Fault(.root, "required", "Expected a line with the names of the members.")])
        }
        if Set(names).count != names.count { throw malformed(1, "a name comes twice") }
        var rows: [JSONValue] = []
        for record in records.dropFirst() {
            if let problem = record.problem { throw malformed(record.line, "\(problem)") }
            if record.count != names.count { throw malformed(record.line, "expected \(names.count) cells") }
            rows.append(row(names, record.texts, shape))
        }
        return rows
    }

    private static func malformed(_ line: Int, _ what: String) -> Problem {
        let fault = Fault(.root, "malformed", "Line \(line): \(what).")
        return Problem(.malformedCSV, "The table can't be read: line \(line), \(what).", faults: [fault])
    }

    private static func row(_ names: [String], _ cells: [String], _ shape: Shape) -> JSONValue {
        var members: [(String, JSONValue)] = []
        for (name, cell) in zip(names, cells) where !cell.isEmpty {
            let kind = shape.fields.first { $0.name == name }?.kind
            members.append((name, value(cell, kind)))
        }
        return .object(JSONObject(members))
    }

    /// A cell as the value that its member wants, or as the text it is.
    private static func value(_ cell: String, _ kind: Field.Kind?) -> JSONValue {
        switch kind {
        case .whole?: JSONNumber(cell).map { .number($0) } ?? .string(cell)
        case .boolean?: cell == "true" ? true : cell == "false" ? false : .string(cell)
        default: .string(cell)
        }
    }
}

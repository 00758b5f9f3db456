import Domain
import JSON

/// The forms in which rows are sent.
struct RowsForm<Row: Resource> {
    let members: [Member<Row>]
    /// Writes what stands beside a row, within its object.
    let embedded: ((inout JSONWriter, Row) -> Void)?

    /// The rows, and the `Content-Type` that they have.
    func bytes(_ rows: [Row], as type: MediaType) -> ([UInt8], String) {
        switch type {
        case .csv: (csv(rows), "text/csv; charset=utf-8; header=present")
        case .ndjson: (ndjson(rows), MediaType.ndjson.description)
        default: (json(rows), MediaType.json.description)
        }
    }

    private func json(_ rows: [Row]) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 256 * (rows.count + 1))
        writer.array { writer in
            for row in rows { write(row, &writer) }
        }
        return writer.bytes
    }

    private func ndjson(_ rows: [Row]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            var writer = JSONWriter()
            write(row, &writer)
            bytes += writer.bytes
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private func write(_ row: Row, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.fields(of: row, members)
            embedded?(&writer, row)
        }
    }

    /// A table with the names in its first line; no cell of it is a formula to a spreadsheet.
    private func csv(_ rows: [Row]) -> [UInt8] {
        var writer = CSVWriter()
        writer.write(members.map(\.field.name))
        for row in rows { writer.write(members.map { $0.value(row).cell }) }
        return writer.bytes
    }
}

extension MemberValue {
    /// The value as a cell of a table; empty where there is none.
    fileprivate var cell: String {
        switch self {
        case .number(let number): String(number)
        case .text(let text): text ?? ""
        case .money(let money): money.description
        case .percent(let percent): percent.description
        case .moment(let moment): moment?.description ?? ""
        case .flag(let flag): String(flag)
        case .none: ""
        }
    }
}

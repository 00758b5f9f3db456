import Domain
import JSON

/// Writes exported rows in one of the formats.
struct ExportWriter {
    let format: ExportFormat
    let names: [String]
    private var isFirst = true
    private(set) var bytes: [UInt8] = []

    init(_ format: ExportFormat, names: [String]) {
        (self.format, self.names) = (format, names)
        switch format {
        case .csv, .tsv: write(fields: names)
        case .json: bytes += "[".utf8
        }
    }

    mutating func write(_ values: [ExportValue]) {
        if format == .json { write(object: values) } else { write(fields: values.map(\.field)) }
    }

    /// What closes the file.
    mutating func end() {
        if format == .json { bytes += (isFirst ? "]\n" : "\n]\n").utf8 }
    }

    /// The bytes so far, which are then forgotten.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func write(fields: [String]) {
        if format == .csv {
            var writer = CSVWriter()
            writer.write(fields)
            bytes += writer.take()
            return
        }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            for byte in field.utf8 {
                let isBreak = byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                bytes.append(isBreak ? UInt8(ascii: " ") : byte)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func write(object values: [ExportValue]) {
        bytes += (isFirst ? "\n" : ",\n").utf8
        isFirst = false
        var writer = JSONWriter()
        writer.object { writer in
            for (name, value) in zip(names, values) {
                switch value {
                case .text(let text): writer.field(name, text)
                case .number(let number): writer.field(name, number)
                case .none: writer.field(name, nil as String?)
                }
            }
        }
        bytes += writer.bytes
    }
}

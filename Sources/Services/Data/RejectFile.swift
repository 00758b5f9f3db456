import Domain

/// The file of the rows that were not imported: their columns as in the original, the line they stood on, the reason.
final class RejectFile {
    private let file: OutputFile
    private var writer = CSVWriter()

    /// Creates the file for the rows that are to stand at `path`.
    init(path: String) throws(DataError) {
        file = try OutputFile(path: path)
        let columns = OnlineRetailColumns.Column.allCases.map(\.rawValue)
        writer.write(columns + ["Line", "Reason"])
    }

    /// Adds a row.
    func add(_ fields: [String], line: Int, reason: RejectReason) throws(DataError) {
        writer.write(fields + [String(line), reason.message])
        if writer.bytes.count >= OutputFile.chunkSize { try file.append(writer.take()) }
    }

    /// Gives the complete file its name.
    func complete() throws(DataError) {
        try file.append(writer.take())
        try file.complete()
    }
}

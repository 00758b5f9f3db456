import Domain
import Repositories
import Wording

/// Turns the bytes of a file into the data of a COPY, and sets aside the rows that are no sales.
final class ImportFeed {
    private(set) var report: ImportReport
    var meter: ProgressMeter
    private let input: InputFile
    private let rejects: RejectFile?
    private var csv = CSVReader()
    private var rows: OnlineRetailReader?
    private var copy = BinaryCopy()
    private var bytesRead = 0
    private var isFinished = false
    /// What went wrong while a chunk was read: the reader's closure goes on to the chunk's end.
    private var failure: (any Error)?

    init(_ options: ImportOptions, progress: @escaping (DataProgress) -> Void) throws(DataError) {
        meter = ProgressMeter(progress)
        report = ImportReport(isDryRun: options.isDryRun)
        // The input comes last: it must be closed, the other goes away by itself.
        rejects = if let path = options.rejectsPath { try RejectFile(path: path) } else { nil }
        input = try InputFile(options.file)
        if let path = options.rejectsPath, input.isSame(as: path) {
            try input.finish()
            throw .file(path: path, problem: "The rows that are rejected can't replace the file they come from.")
        }
    }

    /// The next chunk for the COPY; `nil` at its end.
    func next() async throws -> [UInt8]? {
        if isFinished { return nil }
        while !copy.isFull && !isFinished {
            if let chunk = try await input.next() {
                bytesRead += chunk.count
                csv.read(chunk, take: take)
            } else {
                csv.finish(take: take)
                try requireHeader()
                copy.finish()
                isFinished = true
            }
            if let failure { throw failure }
            meter.update(rows: report.lines, done: bytesRead, of: input.size)
        }
        return copy.take()
    }

    private func take(_ record: CSVRecord) {
        do {
            if failure == nil { try read(record) }
        } catch {
            failure = error
        }
    }

    /// The first record is the header, every other one a row.
    private func read(_ record: CSVRecord) throws {
        guard let outcome = rows?.read(record) else {
            rows = OnlineRetailReader(columns: try OnlineRetailColumns(header: record))
            return
        }
        report.lines += 1
        switch outcome {
        case .success(let line):
            report.importedLines += 1
            ImportRepository.stage(line, line: record.line, in: &copy)
        case .failure(let reason):
            let fields = rows?.columns.texts(of: record) ?? []
            try reject(RejectedLine(line: record.line, reason: reason, fields: fields))
        }
    }

    /// Counts a row that is not imported, and writes it down.
    func reject(_ row: RejectedLine) throws(DataError) {
        report.rejected[row.reason, default: 0] += 1
        try rejects?.add(row.fields, line: row.line, reason: row.reason)
    }

    private func requireHeader() throws(InvalidInput) {
        if rows == nil { throw InvalidInput([Violation("header", "required", "The file is empty.")]) }
    }

    /// Corrects the report by what the database found out about the staged rows.
    func settle(_ invoices: ImportedInvoices) {
        report.importedLines = invoices.newLines
        report.knownLines = invoices.knownLines
        report.orders = invoices.newOrders
        report.knownOrders = invoices.knownOrders
    }

    /// Notes what was written.
    func note(customers: Int, products: Int) {
        (report.customers, report.products) = (customers, products)
    }

    /// Completes the file of rejected rows and the report.
    func complete() throws(DataError) -> ImportReport {
        try rejects?.complete()
        report.elapsed = meter.elapsed
        return report
    }

    /// Closes the input.
    /// - Throws: ``DataError/file(path:problem:)`` if it turns out not to have been read as a whole.
    func close() throws(DataError) { try input.finish() }
}

/// Reads CSV (RFC 4180) from chunks of bytes, wherever they are cut.
///
/// Lines end with CR LF, LF or CR; a quoted field may hold separators, line ends and doubled quotes; a byte order
/// mark at the beginning is dropped, and empty lines are passed over. Memory is bounded by the ``Limits``, whatever
/// the input: a record that breaks a rule is handed over with its ``CSVRecord/problem``, and reading goes on with
/// the next line.
package struct CSVReader: Sendable {
    /// How long things may be, in bytes.
    package struct Limits: Hashable, Sendable {
        package let field: Int
        /// Separators and quotes included.
        package let record: Int

        package init(field: Int = 65_536, record: Int = 1_048_576) { (self.field, self.record) = (field, record) }
    }

    private enum State {
        /// So many bytes of a byte order mark have been seen.
        case start(Int)
        case fieldStart, plain, quoted
        /// Behind a quote inside a quoted field: the field's end, or half of a doubled quote.
        case quote
        /// A record that is too long has been handed over, and its line goes on.
        case skipping
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let (comma, quote) = (UInt8(ascii: ","), UInt8(ascii: "\""))
    private static let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

    private let limits: Limits
    private var state = State.start(0)
    private var record = CSVRecord()
    private var line = 1
    /// Bytes of the current record, and whether any is beyond ASCII or was quoted.
    private var (size, isASCII, hasQuotes) = (0, true, false)
    /// Whether the last byte was a CR that ended a line: a LF behind it belongs to it.
    private var isBehindReturn = false

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Reads a chunk, and gives each record that ends in it to `take`.
    package mutating func read(_ chunk: [UInt8], take: (CSVRecord) throws -> Void) rethrows {
        var index = 0
        while index < chunk.count {
            if case .plain = state { index = copyRun(chunk, from: index, until: Self.isPlainEnd) }
            if case .quoted = state { index = copyRun(chunk, from: index) { $0 == Self.quote || $0 < 14 } }
            guard index < chunk.count else { return }
            try step(chunk[index], take)
            index += 1
        }
    }

    /// Hands over the last record, which may lack its line end.
    package mutating func finish(take: (CSVRecord) throws -> Void) rethrows {
        switch state {
        case .quoted: note(.unclosedQuote)
        case .start(let count):
            for byte in Self.byteOrderMark.prefix(count) { append(byte) }
            size += count
        case .skipping: return
        default: break
        }
        if size > 0 { try endRecord(take) }
        self = CSVReader(limits: limits)
    }

    private static func isPlainEnd(_ byte: UInt8) -> Bool {
        byte == comma || byte == quote || byte == lineFeed || byte == carriageReturn
    }

    /// Appends bytes up to the first that `isEnd`, or up to where the record gets too long; gives that one's place.
    private mutating func copyRun(_ chunk: [UInt8], from start: Int, until isEnd: (UInt8) -> Bool) -> Int {
        let limit = min(chunk.count, start + max(0, limits.record - size))
        var (index, seen) = (start, UInt8(0))
        while index < limit && !isEnd(chunk[index]) {
            seen |= chunk[index]
            index += 1
        }
        record.bytes.append(contentsOf: chunk[start..<index])
        size += index - start
        if seen >= 0x80 { isASCII = false }
        return index
    }

    private mutating func step(_ byte: UInt8, _ take: (CSVRecord) throws -> Void) rethrows {
        let isPairedFeed = isBehindReturn && byte == Self.lineFeed
        isBehindReturn = byte == Self.carriageReturn
        if isPairedFeed {
            // Inside quotes the pair is data; elsewhere the CR has ended the record already.
            if case .quoted = state { append(byte) }
            size += 1
            return
        }
        if byte == Self.lineFeed || byte == Self.carriageReturn { line += 1 }
        if case .skipping = state {
            if byte == Self.lineFeed || byte == Self.carriageReturn { startRecord() }
            return
        }
        size += 1
        if size > limits.record {
            note(.recordTooLong)
            try endRecord(take)
            if byte != Self.lineFeed && byte != Self.carriageReturn { state = .skipping }
            return
        }
        try consume(byte, take)
    }

    private mutating func consume(_ byte: UInt8, _ take: (CSVRecord) throws -> Void) rethrows {
        switch (state, byte) {
        case (.start(let count), _) where byte == Self.byteOrderMark[count]:
            size -= 1
            state = count == 2 ? .fieldStart : .start(count + 1)
        case (.start(let count), _):
            for byte in Self.byteOrderMark.prefix(count) { append(byte) }
            size += count
            state = count == 0 ? .fieldStart : .plain
            try consume(byte, take)
        case (.quoted, Self.quote): state = .quote
        case (.quoted, _): append(byte)
        case (.quote, Self.quote):
            append(byte)
            state = .quoted
        case (.fieldStart, Self.quote): (state, hasQuotes) = (.quoted, true)
        case (_, Self.comma):
            endField()
            state = .fieldStart
        case (_, Self.lineFeed), (_, Self.carriageReturn): try endRecord(take)
        case (.quote, _), (_, Self.quote):
            note(.strayQuote)
            append(byte)
            state = .plain
        default:
            append(byte)
            state = .plain
        }
    }

    private mutating func append(_ byte: UInt8) {
        record.bytes.append(byte)
        if byte >= 0x80 { isASCII = false }
    }

    /// The first problem of a record is the one that is told.
    private mutating func note(_ problem: CSVRecord.Problem) { record.problem = record.problem ?? problem }

    private mutating func endField() {
        if record.bytes.count - (record.ends.last ?? 0) > limits.field { note(.fieldTooLong) }
        record.ends.append(record.bytes.count)
    }

    private mutating func endRecord(_ take: (CSVRecord) throws -> Void) rethrows {
        endField()
        let isEmptyLine = record.count == 1 && record.bytes.isEmpty && !hasQuotes
        if !isASCII && String(validating: record.bytes, as: UTF8.self) == nil { note(.encoding) }
        defer { startRecord() }
        if !isEmptyLine || record.problem != nil { try take(record) }
    }

    private mutating func startRecord() {
        record.clear(line: line)
        (size, isASCII, hasQuotes, state) = (0, true, false, .fieldStart)
    }
}

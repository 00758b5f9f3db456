package import Domain

/// Rows in the binary format of COPY (manual, "COPY", section "Binary Format"), gathered in chunks.
///
/// Numbers and moments travel as PostgreSQL keeps them, so that neither side writes or reads decimals. Each row
/// starts with ``row(_:)`` and has as many values as it says, in the order of the COPY command's columns.
package struct BinaryCopy: Sendable {
    /// The size from which a chunk is sent: it fits a socket, so that the next one is made while the server reads.
    package static let chunkSize = 131_072

    private var bytes: [UInt8]

    /// Starts with the header: signature, no flags, no extension.
    package init() {
        bytes = []
        bytes.reserveCapacity(Self.chunkSize + 65_536)
        bytes += Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]
        append(Int32(0))
        append(Int32(0))
    }

    /// Whether there is a chunk to be sent.
    package var isFull: Bool { bytes.count >= Self.chunkSize }

    /// The bytes so far, which are then forgotten.
    package mutating func take() -> [UInt8] {
        let chunk = bytes
        bytes.removeAll(keepingCapacity: false)
        bytes.reserveCapacity(Self.chunkSize + 65_536)
        return chunk
    }

    /// Ends the data: nothing may follow.
    package mutating func finish() { append(Int16(-1)) }

    /// Starts a row of `count` values.
    package mutating func row(_ count: Int) { append(Int16(count)) }

    /// A `bigint`.
    package mutating func add(_ value: Int64) {
        append(Int32(8))
        append(value)
    }

    /// An `integer`.
    package mutating func add(_ value: Int32) {
        append(Int32(4))
        append(value)
    }

    /// NULL.
    package mutating func addNull() { append(Int32(-1)) }

    /// A text that is UTF-8 and has no NUL.
    package mutating func add(_ text: ArraySlice<UInt8>) {
        append(Int32(text.count))
        bytes += text
    }

    /// A text without NUL.
    package mutating func add(_ text: String) {
        append(Int32(text.utf8.count))
        bytes += text.utf8
    }

    /// A text without NUL, or NULL.
    package mutating func add(_ text: String?) {
        if let text { add(text) } else { addNull() }
    }

    /// A `timestamptz`: microseconds since 2000-01-01.
    package mutating func add(_ moment: Moment) { add(moment.microseconds - 946_684_800_000_000) }

    /// A `numeric` with two decimals: digits of base 10,000, of which the one behind the point holds the cents.
    package mutating func add(_ money: Money) {
        let (units, cents) = money.minor.magnitude.quotientAndRemainder(dividingBy: 100)
        var digits: [Int16] = cents == 0 ? [] : [Int16(cents * 100)]
        var rest = units
        var weight: Int16 = -1
        while rest > 0 {
            digits.append(Int16(rest % 10_000))
            rest /= 10_000
            weight += 1
        }
        append(Int32(8 + 2 * digits.count))
        append(Int16(digits.count))
        append(digits.isEmpty ? 0 : weight)
        append(money.minor < 0 ? Int16(0x4000) : 0)
        append(Int16(2))
        for digit in digits.reversed() { append(digit) }
    }

    private mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
    }
}

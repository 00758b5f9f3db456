import Glibc

/// The parameters of one statement as libpq wants them: C strings, here all in one allocation.
struct ParameterBuffer {
    private var bytes: [UInt8] = []
    /// Where each parameter starts; -1 is NULL.
    private var offsets: [Int] = []

    /// The protocol counts parameters in 16 bits.
    private static let limit = 65_535

    /// - Throws: ``PostgresError/Kind/unencodable`` for what a C string or the protocol can't carry.
    init(_ sql: SQL) throws(PostgresError) {
        _ = try checked(sql.text)
        guard sql.parameters.count <= Self.limit else {
            throw PostgresError(
                .unencodable, "A statement takes at most \(Self.limit) parameters.", statement: sql.text)
        }
        offsets.reserveCapacity(sql.parameters.count)
        for (index, parameter) in sql.parameters.enumerated() {
            guard let parameter else {
                offsets.append(-1)
                continue
            }
            offsets.append(bytes.count)
            guard !parameter.containsNUL else {
                throw PostgresError(
                    .unencodable, "Parameter $\(index + 1) holds a NUL, which PostgreSQL can't store in text.",
                    statement: sql.text)
            }
            bytes.append(contentsOf: parameter.utf8)
            bytes.append(0)
        }
    }

    /// Calls `body` with the count and the pointers, which are good for the call only.
    func withPointers<Result>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: max(1, offsets.count)) { pointers in
                for (index, offset) in offsets.enumerated() {
                    let start = offset < 0 ? nil : bytes.baseAddress.map { UnsafeRawPointer($0 + offset) }
                    pointers.initializeElement(at: index, to: start?.assumingMemoryBound(to: CChar.self))
                }
                return body(Int32(offsets.count), pointers.baseAddress.map { UnsafePointer($0) })
            }
        }
    }
}

extension String {
    /// Whether a C string would end before this text does.
    fileprivate var containsNUL: Bool {
        let isFound = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        return isFound ?? utf8.contains(0)
    }
}

/// `text`, once it is certain that it is the same as a C string.
func checked(_ text: String) throws(PostgresError) -> String {
    guard !text.containsNUL else { throw PostgresError(.unencodable, "The statement holds a NUL.") }
    return text
}

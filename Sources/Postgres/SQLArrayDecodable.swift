/// A value whose arrays can be read.
public protocol SQLArrayDecodable: Sendable {
    /// The OIDs of the array types.
    static var sqlArrayTypes: [UInt32] { get }

    /// Reads an array; `nil` if the bytes are not one of these values in one dimension.
    static func array(sqlBytes: UnsafeRawBufferPointer) -> [Self]?
}

extension Array: SQLDecodable where Element: SQLArrayDecodable {
    /// What the element accepts as its arrays.
    public static var sqlTypes: [UInt32] { Element.sqlArrayTypes }

    /// Reads the array as the element says.
    public init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let elements = Element.array(sqlBytes: sqlBytes) else { return nil }
        self = elements
    }
}

/// The elements of a PostgreSQL array of one dimension in binary format, `nil` for NULL.
///
/// A header (dimensions, flags, element type), the length and lower bound of each dimension, then each element behind
/// its length, -1 for NULL (`array_send` in PostgreSQL's arrayfuncs.c). An empty array has no dimension.
private struct ArrayReader {
    private var rest: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    mutating func integer() -> Int32? {
        guard rest.count >= 4 else { return nil }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(4)) }
        return Int32(bigEndian: rest.loadUnaligned(as: Int32.self))
    }

    mutating func bytes(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count)) }
        return UnsafeRawBufferPointer(rebasing: rest.prefix(count))
    }

    /// Reads the whole array through `element`, which gets `nil` for NULL and returns `nil` to refuse.
    mutating func elements<Value>(_ element: (UnsafeRawBufferPointer?) -> Value?) -> [Value]? {
        guard let dimensions = integer(), integer() != nil, integer() != nil else { return nil }
        guard dimensions > 0 else { return rest.isEmpty ? [] : nil }
        guard dimensions == 1, let count = integer(), integer() != nil, count >= 0 else { return nil }
        var values: [Value] = []
        // An element takes four bytes at least, so a false count can't ask for much memory.
        values.reserveCapacity(Swift.min(Int(count), rest.count / 4))
        for _ in 0..<count {
            guard let length = integer() else { return nil }
            let cell = length < 0 ? nil : bytes(Int(length))
            guard length < 0 || cell != nil, let value = element(cell) else { return nil }
            values.append(value)
        }
        return rest.isEmpty ? values : nil
    }
}

extension SQLArrayDecodable where Self: SQLDecodable {
    /// Reads an array without NULLs.
    public static func array(sqlBytes: UnsafeRawBufferPointer) -> [Self]? {
        var reader = ArrayReader(sqlBytes)
        return reader.elements { bytes in bytes.flatMap(Self.init(sqlBytes:)) }
    }
}

extension Optional: SQLArrayDecodable where Wrapped: SQLArrayDecodable & SQLDecodable {
    /// The array types of the value itself.
    public static var sqlArrayTypes: [UInt32] { Wrapped.sqlArrayTypes }

    /// Reads an array that may hold NULLs.
    public static func array(sqlBytes: UnsafeRawBufferPointer) -> [Wrapped?]? {
        var reader = ArrayReader(sqlBytes)
        return reader.elements { bytes -> Wrapped?? in
            guard let bytes else { return .some(nil) }
            return Wrapped(sqlBytes: bytes).map { .some($0) }
        }
    }
}

extension Int64: SQLArrayDecodable {
    /// `bigint[]`.
    public static var sqlArrayTypes: [UInt32] { [1016] }
}

extension Int32: SQLArrayDecodable {
    /// `integer[]`.
    public static var sqlArrayTypes: [UInt32] { [1007] }
}

extension Int16: SQLArrayDecodable {
    /// `smallint[]`.
    public static var sqlArrayTypes: [UInt32] { [1005] }
}

extension Int: SQLArrayDecodable {
    /// `bigint[]`, `integer[]`, `smallint[]`.
    public static var sqlArrayTypes: [UInt32] { [1005, 1007, 1016] }
}

extension Bool: SQLArrayDecodable {
    /// `boolean[]`.
    public static var sqlArrayTypes: [UInt32] { [1000] }
}

extension Double: SQLArrayDecodable {
    /// `double precision[]`.
    public static var sqlArrayTypes: [UInt32] { [1022] }
}

extension String: SQLArrayDecodable {
    /// `text[]`, `varchar[]`, `name[]`.
    public static var sqlArrayTypes: [UInt32] { [1009, 1015, 1003] }
}

extension PostgresTimestamp: SQLArrayDecodable {
    /// `timestamptz[]`.
    public static var sqlArrayTypes: [UInt32] { [1185] }
}

extension PostgresNumeric: SQLArrayDecodable {
    /// `numeric[]`.
    public static var sqlArrayTypes: [UInt32] { [1231] }
}

extension UInt8: SQLArrayDecodable {
    /// `bytea`: not an array to PostgreSQL.
    public static var sqlArrayTypes: [UInt32] { [17] }

    /// The bytes as they are.
    public static func array(sqlBytes: UnsafeRawBufferPointer) -> [UInt8]? { Array(sqlBytes) }
}

/// A value that reads itself from one cell in PostgreSQL's binary format.
public protocol SQLDecodable: Sendable {
    /// The OIDs of the types this type accepts (`SELECT oid, typname FROM pg_type`).
    static var sqlTypes: [UInt32] { get }

    /// Reads the value; `nil` if the bytes are not one.
    init?(sqlBytes: UnsafeRawBufferPointer)
}

extension FixedWidthInteger {
    /// The integer of exactly its width that `bytes` hold in network byte order.
    init?(bigEndianBytes bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.bitWidth / 8 else { return nil }
        self.init(bigEndian: bytes.loadUnaligned(as: Self.self))
    }
}

// The sets are stored, so that checking a cell's type allocates nothing.
private let int8Types: [UInt32] = [20]
private let int4Types: [UInt32] = [23]
private let int2Types: [UInt32] = [21]
private let integerTypes: [UInt32] = [20, 21, 23]
private let boolTypes: [UInt32] = [16]
private let float8Types: [UInt32] = [701]
private let textTypes: [UInt32] = [25, 1043, 19, 18, 114]

extension Int64: SQLDecodable {
    /// `bigint`.
    public static var sqlTypes: [UInt32] { int8Types }

    /// Reads eight bytes.
    public init?(sqlBytes: UnsafeRawBufferPointer) { self.init(bigEndianBytes: sqlBytes) }
}

extension Int32: SQLDecodable {
    /// `integer`.
    public static var sqlTypes: [UInt32] { int4Types }

    /// Reads four bytes.
    public init?(sqlBytes: UnsafeRawBufferPointer) { self.init(bigEndianBytes: sqlBytes) }
}

extension Int16: SQLDecodable {
    /// `smallint`.
    public static var sqlTypes: [UInt32] { int2Types }

    /// Reads two bytes.
    public init?(sqlBytes: UnsafeRawBufferPointer) { self.init(bigEndianBytes: sqlBytes) }
}

extension Int: SQLDecodable {
    /// `bigint`, `integer`, `smallint`: `Int` holds them all.
    public static var sqlTypes: [UInt32] { integerTypes }

    /// Reads two, four or eight bytes.
    public init?(sqlBytes: UnsafeRawBufferPointer) {
        if let value = Int64(bigEndianBytes: sqlBytes) {
            self.init(value)
        } else if let value = Int32(bigEndianBytes: sqlBytes) {
            self.init(value)
        } else if let value = Int16(bigEndianBytes: sqlBytes) {
            self.init(value)
        } else {
            return nil
        }
    }
}

extension Bool: SQLDecodable {
    /// `boolean`.
    public static var sqlTypes: [UInt32] { boolTypes }

    /// Reads one byte, 0 or 1.
    public init?(sqlBytes: UnsafeRawBufferPointer) {
        guard sqlBytes.count == 1, sqlBytes[0] < 2 else { return nil }
        self = sqlBytes[0] == 1
    }
}

extension Double: SQLDecodable {
    /// `double precision`.
    public static var sqlTypes: [UInt32] { float8Types }

    /// Reads the eight bytes of IEEE 754.
    public init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let bits = UInt64(bigEndianBytes: sqlBytes) else { return nil }
        self.init(bitPattern: bits)
    }
}

extension String: SQLDecodable {
    /// `text`, `varchar`, `name`, `"char"`, `json`.
    public static var sqlTypes: [UInt32] { textTypes }

    /// Reads UTF-8; `nil` if it is not.
    public init?(sqlBytes: UnsafeRawBufferPointer) { self.init(validating: sqlBytes, as: UTF8.self) }
}

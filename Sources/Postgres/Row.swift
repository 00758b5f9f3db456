/// One row of a result: a value like any other, with no pointer into libpq.
///
/// Reading a cell is inlinable, so that it is compiled for the type that is read: without that, a page of a hundred
/// rows spends more time on finding out about types than on reading.
public struct Row: Sendable {
    @usableFromInline let storage: ResultStorage
    @usableFromInline let index: Int

    @inlinable
    init(storage: ResultStorage, index: Int) { (self.storage, self.index) = (storage, index) }

    /// The value of the column `name`; of several columns with that name, the first one's.
    /// - Throws: ``RowError`` if there is no such column, or it is NULL, or of another type.
    @inlinable
    public subscript<Value: SQLDecodable>(_ name: String) -> Value {
        get throws(RowError) {
            guard let value: Value = try self[optional: name] else { throw .null(column: name) }
            return value
        }
    }

    /// The value of the column `name`, `nil` for NULL.
    /// - Throws: ``RowError`` if there is no such column, or it is of another type.
    @inlinable
    public subscript<Value: SQLDecodable>(optional name: String) -> Value? {
        get throws(RowError) {
            guard let column = storage.columns.index(of: name) else { throw .missing(column: name) }
            return try decode(column)
        }
    }

    /// The value of the column at `position`, counted from 0.
    /// - Throws: ``RowError`` if there is no such column, or it is NULL, or of another type.
    @inlinable
    public subscript<Value: SQLDecodable>(at position: Int) -> Value {
        get throws(RowError) {
            guard storage.columns.names.indices.contains(position) else { throw .missing(column: "#\(position)") }
            guard let value: Value = try decode(position) else {
                throw .null(column: storage.columns.names[position])
            }
            return value
        }
    }

    @inlinable
    func decode<Value: SQLDecodable>(_ column: Int) throws(RowError) -> Value? {
        // The type is checked for NULL too: a wrong column should not pass because it is empty today.
        guard Value.sqlTypes.contains(storage.columns.types[column]) else { throw mismatch(column, Value.self) }
        let cell = storage.cells[index * storage.columns.types.count + column]
        guard cell.length >= 0 else { return nil }
        let value: Value? = storage.bytes.withUnsafeBytes { bytes in
            let range = Int(cell.start)..<Int(cell.start) + Int(cell.length)
            return Value(sqlBytes: UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
        guard let value else { throw mismatch(column, Value.self) }
        return value
    }

    @usableFromInline
    func mismatch(_ column: Int, _ type: Any.Type) -> RowError {
        .mismatch(column: storage.columns.names[column], type: storage.columns.types[column], wanted: "\(type)")
    }
}

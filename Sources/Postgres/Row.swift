/// One row of a result: a value like any other, with no pointer into libpq.
public struct Row: Sendable {
    let storage: ResultStorage
    let index: Int

    /// The value of the column `name`; of several columns with that name, the first one's.
    /// - Throws: ``RowError`` if there is no such column, or it is NULL, or of another type.
    public subscript<Value: SQLDecodable>(_ name: String) -> Value {
        get throws(RowError) {
            guard let value: Value = try self[optional: name] else { throw .null(column: name) }
            return value
        }
    }

    /// The value of the column `name`, `nil` for NULL.
    /// - Throws: ``RowError`` if there is no such column, or it is of another type.
    public subscript<Value: SQLDecodable>(optional name: String) -> Value? {
        get throws(RowError) {
            guard let column = storage.columns.index(of: name) else { throw .missing(column: name) }
            return try decode(column)
        }
    }

    /// The value of the column at `position`, counted from 0.
    /// - Throws: ``RowError`` if there is no such column, or it is NULL, or of another type.
    public subscript<Value: SQLDecodable>(at position: Int) -> Value {
        get throws(RowError) {
            guard storage.columns.names.indices.contains(position) else { throw .missing(column: "#\(position)") }
            guard let value: Value = try decode(position) else {
                throw .null(column: storage.columns.names[position])
            }
            return value
        }
    }

    private func decode<Value: SQLDecodable>(_ column: Int) throws(RowError) -> Value? {
        let (name, type) = (storage.columns.names[column], storage.columns.types[column])
        // The type is checked for NULL too: a wrong column should not pass because it is empty today.
        guard Value.sqlTypes.contains(type) else { throw .mismatch(column: name, type: type, wanted: "\(Value.self)") }
        let cell = storage.cells[index * storage.columns.names.count + column]
        guard cell.length >= 0 else { return nil }
        let value: Value? = storage.bytes.withUnsafeBytes { bytes in
            let range = Int(cell.start)..<Int(cell.start) + Int(cell.length)
            return Value(sqlBytes: UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
        guard let value else { throw .mismatch(column: name, type: type, wanted: "\(Value.self)") }
        return value
    }
}

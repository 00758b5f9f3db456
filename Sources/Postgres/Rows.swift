/// The result of a statement: its rows, if it has any, and how many rows it affected.
///
/// A result is copied out of libpq once, into one buffer that all of its rows share; cells are decoded when they are
/// asked for.
public struct Rows: RandomAccessCollection, Sendable {
    @usableFromInline let storage: ResultStorage

    /// How many rows were inserted, updated, deleted, selected or copied; 0 for other commands.
    public var affectedRows: Int { storage.affectedRows }

    /// The command as the server names it: `SELECT 3`, `INSERT 0 1`, `COMMIT`.
    public var commandTag: String { storage.commandTag }

    /// The names of the columns, in their order.
    public var columnNames: [String] { storage.columns.names }

    /// 0.
    @inlinable public var startIndex: Int { 0 }

    /// The count of rows.
    @inlinable public var endIndex: Int { storage.rowCount }

    /// The row at `position`, counted from 0.
    @inlinable
    public subscript(position: Int) -> Row {
        precondition(position >= 0 && position < storage.rowCount, "The result has no row at this position.")
        return Row(storage: storage, index: position)
    }

    /// All rows as values of `type`.
    /// - Throws: ``RowError`` for the first row that does not fit.
    @inlinable
    public func decoded<Value: RowDecodable>(as type: Value.Type = Value.self) throws(RowError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for row in self { values.append(try Value(row: row)) }
        return values
    }
}

/// A row that does not have the shape its decoder expects: a defect of the query or of the decoder.
public enum RowError: Error, Hashable, Sendable {
    /// The row has no such column.
    case missing(column: String)
    /// The column is NULL, and the value is not optional.
    case null(column: String)
    /// The column has the type with the OID `type`, which `wanted` does not read, or bytes it can't read.
    case mismatch(column: String, type: UInt32, wanted: String)
}

extension RowError: CustomStringConvertible {
    /// One sentence with the column's name and, for a mismatch, both types.
    public var description: String {
        switch self {
        case .missing(let column): "The row has no column \"\(column)\"."
        case .null(let column): "The column \"\(column)\" is NULL."
        case .mismatch(let column, let type, let wanted):
            "The column \"\(column)\" has a value of the type with OID \(type) that \(wanted) can't read."
        }
    }
}

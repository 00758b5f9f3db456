/// A type that reads itself from one row.
public protocol RowDecodable: Sendable {
    /// Reads the columns it needs, by name, in any order.
    init(row: Row) throws(RowError)
}

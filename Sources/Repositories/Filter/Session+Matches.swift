import Domain
import Postgres

extension Session {
    /// That `column` is the id of a row of `table` that fulfils `match`.
    ///
    /// Few rows are named by their ids, so that each one's index entries are read; for many, walking the list in its
    /// sort meets matches soon enough.
    func matching(_ column: SQL, in table: SQL, _ match: SQL) async throws -> SQL {
        let few = 200
        let ids = try await all("SELECT id FROM \(table) WHERE \(match) LIMIT \(few + 1)", as: RowID.self)
        return ids.count <= few
            ? "\(column) = ANY (\(ids.map(\.id))::bigint[])"
            : "\(column) IN (SELECT id FROM \(table) WHERE \(match))"
    }
}

struct RowID: RowDecodable {
    let id: Int64

    init(row: Row) throws(RowError) { id = try row["id"] }
}

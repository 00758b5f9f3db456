import Domain
import Postgres

extension Session {
    /// That `column` is the id of a row of `table` that fulfils `match`.
    ///
    /// Few rows are named by their ids, so that each one's index entries are read, and some are joined. For many,
    /// walking the list in its sort and looking each row up meets matches soon enough; `OFFSET 0` keeps the planner,
    /// which can't know the number, from joining those as well.
    func matching(_ column: SQL, in table: SQL, _ match: SQL) async throws -> SQL {
        let (few, some) = (200, 1000)
        let ids = try await all("SELECT id FROM \(table) WHERE \(match) LIMIT \(some + 1)", as: RowID.self)
        return switch ids.count {
        case ...few: "\(column) = ANY (\(ids.map(\.id))::bigint[])"
        case ...some: "\(column) IN (SELECT id FROM \(table) WHERE \(match))"
        default: "EXISTS (SELECT FROM \(table) WHERE id = \(column) AND \(match) OFFSET 0)"
        }
    }
}

struct RowID: RowDecodable {
    let id: Int64

    init(row: Row) throws(RowError) { id = try row["id"] }
}

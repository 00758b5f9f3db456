import Postgres

/// Takes keys, indexes and foreign keys off the tables of a shop without orders while it is filled, and puts them back.
///
/// An index that is built once over sorted rows costs a fifth of one that grows row by row, and a foreign key that
/// is checked as a whole costs less still: a million orders take a third of the time. The definitions are
/// read from the catalog, so that the migrations stay the only place where they are written. It all happens in one
/// transaction: whoever fails or is killed in between leaves every index where it was. Others can't read the tables
/// meanwhile, which is why it is done only where there are no orders.
struct BulkLoad: Sendable {
    let session: DataSession

    /// The tables that are empty where there are no orders, or nearly so.
    static let orderTables = ["site.s_order", "site.s_order_item", "site.s_stock_move"]

    /// Takes everything off `tables` where there are no orders and the tables belong to who asks.
    /// - Returns: whether it was done, so that ``end()`` must follow; see ``emptied(_:)`` for what it allows.
    func beginIfPossible(_ tables: [String]) async throws -> Bool {
        let rows = try await session.rows(
            """
            SELECT NOT EXISTS (SELECT FROM site.s_order) AND bool_and(pg_has_role(relowner, 'USAGE')) AS is_possible
            FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'site'::regnamespace
            """)
        guard try rows.only(of: "is_possible") else { return false }
        try await note(tables)
        try await session.run(
            """
            DO $$
            DECLARE part record;
            BEGIN
                FOR part IN SELECT removal FROM load_part ORDER BY step DESC, name LOOP
                    EXECUTE part.removal;
                END LOOP;
            END
            $$
            """)
        return true
    }

    /// Truncates those of `tables` that are empty, once everything is off them.
    ///
    /// A table that was truncated in the same transaction takes COPY with FREEZE: its pages are written once and for
    /// all, where others are written again, and logged again, when they are first read and when they are vacuumed.
    /// - Returns: the tables that are so.
    func emptied(_ tables: [String]) async throws -> Set<String> {
        var emptied: Set<String> = []
        for table in tables {
            let name: SQL = "site.\(identifier: String(table.dropFirst("site.".count)))"
            let rows = try await session.rows("SELECT NOT EXISTS (SELECT FROM \(name)) AS is_empty")
            guard try rows.only(of: "is_empty") else { continue }
            try await session.run("TRUNCATE \(name)")
            emptied.insert(table)
        }
        return emptied
    }

    /// Writes down what is on `tables`, with its definition and the order in which it goes back: keys, other indexes,
    /// foreign keys.
    private func note(_ tables: [String]) async throws {
        try await session.run(
            """
            CREATE TEMP TABLE load_part ON COMMIT DROP AS
            WITH loaded AS (SELECT name::regclass::oid AS oid FROM unnest(\(tables)::text[]) AS name)
            SELECT CASE contype WHEN 'f' THEN 3 ELSE 1 END AS step, conrelid::regclass::text AS relation,
                conname::text AS name, pg_get_constraintdef(oid) AS definition,
                format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS removal
            FROM pg_constraint
            WHERE contype IN ('p', 'u', 'x', 'f')
                AND (conrelid IN (SELECT oid FROM loaded) OR confrelid IN (SELECT oid FROM loaded))
            UNION ALL
            SELECT 2, indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid),
                format('DROP INDEX %s', indexrelid::regclass)
            FROM pg_index
            WHERE indrelid IN (SELECT oid FROM loaded)
                AND indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE contype IN ('p', 'u', 'x'))
            """)
    }

    /// Puts everything back; foreign keys check all rows, unique indexes too.
    func end() async throws {
        try await session.run(
            """
            DO $$
            DECLARE part record;
            BEGIN
                FOR part IN SELECT * FROM load_part ORDER BY step, name LOOP
                    IF part.step = 2 THEN
                        EXECUTE part.definition;
                    ELSE
                        EXECUTE format(
                            'ALTER TABLE %s ADD CONSTRAINT %I %s', part.relation, part.name, part.definition);
                    END IF;
                END LOOP;
            END
            $$
            """)
    }
}

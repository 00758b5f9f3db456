import Domain
package import Postgres

/// What the data programs share: one long transaction that ordinary limits would end.
package struct DataSession: Sendable {
    package let transaction: PostgresTransaction

    /// How long one statement or one chunk of a COPY may take: an hour ends what would hang for ever.
    static let patience = Duration.seconds(3600)

    package init(_ transaction: PostgresTransaction) { self.transaction = transaction }

    /// Lifts the limits of service sessions, for this transaction only, and lets big statements have memory.
    ///
    /// Generic plans are made for statements that run often; here each runs once, and its estimates matter.
    package func prepare() async throws {
        _ = try await transaction.pipeline([
            "SET LOCAL statement_timeout = 0", "SET LOCAL idle_in_transaction_session_timeout = 0",
            "SET LOCAL plan_cache_mode = auto", "SET LOCAL max_parallel_workers_per_gather = 0",
            "SET LOCAL work_mem = '64MB'", "SET LOCAL maintenance_work_mem = '256MB'",
            // Open terminals hear of the whole at its end, and not of each row.
            "SET LOCAL oblik.quiet = 'on'", "SELECT pg_notify('oblik_changes', '* 0')",
        ])
    }

    /// Claims the right to fill the shop, until the transaction ends; only one program may at a time.
    /// - Returns: `false` if another has it.
    package func claim() async throws -> Bool {
        let rows = try await transaction.query("SELECT pg_try_advisory_xact_lock(8312245817020591) AS is_ours")
        return try rows.only(of: "is_ours")
    }

    /// Runs one statement.
    /// - Returns: how many rows it affected.
    @discardableResult
    func run(_ sql: SQL) async throws -> Int { try await transaction.execute(sql, deadline: Self.patience) }

    /// Runs one statement and gives its rows.
    func rows(_ sql: SQL) async throws -> Rows { try await transaction.query(sql, deadline: Self.patience) }

    /// Copies rows in binary format; see ``BinaryCopy``.
    func copy(_ sql: SQL, next: () async throws -> [UInt8]?) async throws -> Int {
        try await transaction.connection.copyIn(sql, stallLimit: Self.patience, next: next)
    }

    /// Has the planner's statistics follow what was written.
    func analyze() async throws {
        try await run("ANALYZE site.s_user, site.s_product, site.s_order, site.s_order_item, site.s_stock_move")
    }

    /// Writes one row of the audit log for a whole run, and one event in the place of those of its rows.
    func audit(_ entry: AuditEntry) async throws {
        try await run("INSERT INTO site.s_event (type) VALUES (\(EventType.shopLoaded.rawValue))")
        try await run(entry.insert(entity: "'shop'", ids: "(SELECT NULL::bigint AS id)"))
    }

    /// Commits; nothing can follow.
    package func commit() async throws { _ = try await transaction.commit(deadline: Self.patience) }
}

extension Rows {
    /// A column of the one row of a statement that always gives one.
    func only<Value: SQLDecodable>(of column: String) throws -> Value {
        guard let row = first else { throw MissingRow() }
        return try row[column]
    }
}

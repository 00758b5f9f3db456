package import Domain
package import Postgres

/// The SQL of importing "Online Retail" files: rows are staged as they are read, and everything after that is
/// statements over all of them.
///
/// The methods are called in the order in which they stand here. In a dry run they do the same, except that
/// the numbers of orders, customers and products are negative ones: those of the sequences would be lost.
package struct ImportRepository: Sendable {
    /// Where customers, products and orders of these files come from: the first part of their references.
    package static let origin = "online-retail"

    let session: DataSession
    let principal: Principal
    let isDryRun: Bool

    package init(_ session: DataSession, as principal: Principal, isDryRun: Bool) {
        (self.session, self.principal, self.isDryRun) = (session, principal, isDryRun)
    }

    /// Makes the table that rows are copied to.
    package func createStage() async throws {
        try await session.run(
            """
            CREATE TEMP TABLE import_line (
                line bigint NOT NULL, invoice text NOT NULL, code text NOT NULL, name text NOT NULL,
                quantity integer NOT NULL, at timestamptz NOT NULL, price numeric(14,2) NOT NULL,
                customer text NOT NULL, country text NOT NULL
            ) ON COMMIT DROP
            """)
    }

    /// Copies rows made by ``stage(_:line:in:)``.
    package func copyLines(next: () async throws -> [UInt8]?) async throws -> Int {
        try await session.copy("COPY import_line FROM STDIN WITH (FORMAT binary)", next: next)
    }

    /// Adds one row to the data for ``copyLines(next:)``.
    package static func stage(_ row: OnlineRetailLine, line: Int, in copy: inout BinaryCopy) {
        copy.row(9)
        copy.add(Int64(line))
        copy.add(row.invoice)
        copy.add(row.code)
        copy.add(row.description)
        copy.add(row.quantity)
        copy.add(row.date)
        copy.add(row.price)
        copy.add(row.customer)
        copy.add(row.country)
    }

    /// Gathers the staged rows into invoices, and finds out what is to become of each.
    package func gatherInvoices() async throws -> ImportedInvoices {
        try await session.run("ANALYZE import_line")
        try await session.run(
            """
            CREATE TEMP TABLE import_invoice ON COMMIT DROP AS
            SELECT invoice.*, CASE
                WHEN known.id IS NOT NULL THEN 'known'
                WHEN invoice.customer <> invoice.other_customer THEN 'customerConflict'
                WHEN invoice.total > \(Money.maximum)::numeric THEN 'totalRange'
                ELSE 'new' END AS state
            FROM (
                SELECT invoice, \("\(Self.origin)/")::text || invoice AS reference, min(at) AS at,
                    min(line) AS first_line, min(customer) AS customer, max(customer) AS other_customer,
                    sum(price * quantity) AS total, count(*) AS line_count
                FROM import_line
                GROUP BY invoice
            ) AS invoice
            LEFT JOIN site.s_order known ON known.reference = invoice.reference
            """)
        let rows = try await session.rows(
            """
            SELECT count(*) FILTER (WHERE state = 'new') AS new_count,
                count(*) FILTER (WHERE state = 'known') AS known_count,
                coalesce(sum(line_count) FILTER (WHERE state = 'new'), 0)::bigint AS new_line_count,
                coalesce(sum(line_count) FILTER (WHERE state = 'known'), 0)::bigint AS known_line_count
            FROM import_invoice
            """)
        return try rows.only()
    }

    /// Up to 5,000 staged rows behind the line `line` whose invoices can't become orders, in the order of the file.
    package func rejected(behind line: Int) async throws -> [RejectedLine] {
        try await session.rows(
            """
            SELECT line.line, state, invoice, code, name, quantity::text AS quantity,
                to_char(line.at, 'YYYY-MM-DD HH24:MI:SS') AS at, price::text AS price, line.customer, country
            FROM import_line line
            JOIN import_invoice USING (invoice)
            WHERE state NOT IN ('new', 'known') AND line.line > \(line)::bigint
            ORDER BY line.line
            LIMIT 5000
            """
        ).decoded(as: RejectedLine.self)
    }
}

/// What is to become of the invoices of a file.
package struct ImportedInvoices: RowDecodable {
    /// Invoices that become orders, and their rows.
    package let (newOrders, newLines): (Int, Int)
    /// Invoices that were imported before, and their rows.
    package let (knownOrders, knownLines): (Int, Int)

    package init(row: Row) throws(RowError) {
        (newOrders, newLines) = (Int(try row["new_count"] as Int64), Int(try row["new_line_count"] as Int64))
        (knownOrders, knownLines) = (Int(try row["known_count"] as Int64), Int(try row["known_line_count"] as Int64))
    }
}

/// A staged row that is rejected with its whole invoice.
package struct RejectedLine: RowDecodable, Hashable {
    package let line: Int
    package let reason: RejectReason
    /// The fields in the order of the original file.
    package let fields: [String]

    package init(line: Int, reason: RejectReason, fields: [String]) {
        (self.line, self.reason, self.fields) = (line, reason, fields)
    }

    package init(row: Row) throws(RowError) {
        line = Int(try row["line"] as Int64)
        reason = try row["state"]
        fields = [
            try row["invoice"], try row["code"], try row["name"], try row["quantity"], try row["at"],
            try row["price"], try row["customer"], try row["country"],
        ]
    }
}

extension RejectReason: StoredAsText {}

package import Domain
import Postgres
import Repositories
import Wording

/// Imports orders from files.
package struct ImportService: Sendable {
    let operations: Operations

    package init(_ operations: Operations) { self.operations = operations }

    /// Imports an "Online Retail" file in one transaction: customers, products, orders with their lines, and the
    /// ledger that balances them.
    ///
    /// An invoice whose number was imported before is passed over, so that a file can be imported again after it has
    /// grown, and twice is once. Rows that are no sales are set aside (see ``RejectReason``); an invoice consists of
    /// the rows that are left. Where the task is cancelled, or anything fails, nothing remains.
    ///
    /// While the shop has no orders yet, others wait for the orders' tables for some seconds at the end; later
    /// imports hold up nobody. `progress` is told about ten times a second how far it has come.
    package func run(
        _ options: ImportOptions, as principal: Principal, progress: @escaping (DataProgress) -> Void = { _ in }
    ) async throws(DataError) -> ImportReport {
        try await operations.program(.importOrders, as: principal) {
            guard Stock.range.contains(options.openingStock) else {
                throw InvalidInput([Violation("openingStock", "range", "Stock is from 0 to 1,000,000,000.")])
            }
            let feed = try ImportFeed(options, progress: progress)
            do {
                try await transact(feed, options, principal)
            } catch is DryRunEnd {
                // All is undone, which was the point.
            } catch {
                try? feed.close()
                throw error
            }
            return try feed.complete()
        }
    }

    private func transact(_ feed: ImportFeed, _ options: ImportOptions, _ principal: Principal) async throws {
        try await operations.pool.transaction { transaction in
            let session = DataSession(transaction)
            try await session.prepare()
            guard try await session.claim() else { throw ServiceError.busy }
            let imports = ImportRepository(
                session, as: principal.through(.importer), isDryRun: options.isDryRun)
            feed.meter.begin("reading")
            try await imports.createStage()
            _ = try await imports.copyLines { try await feed.next() }
            try feed.close()
            feed.meter.begin("checking")
            feed.settle(try await imports.gatherInvoices())
            try await reject(feed, imports)
            if feed.report.orders > 0 { try await write(feed, imports, options) }
            if options.isDryRun { throw DryRunEnd() }
            try await session.commit()
        }
    }

    /// Sets the rows aside whose invoices as a whole can't become orders.
    private func reject(_ feed: ImportFeed, _ imports: ImportRepository) async throws {
        var rows = try await imports.rejected(behind: 0)
        while let last = rows.last {
            for row in rows { try feed.reject(row) }
            rows = try await imports.rejected(behind: last.line)
        }
    }

    private func write(_ feed: ImportFeed, _ imports: ImportRepository, _ options: ImportOptions) async throws {
        try await imports.numberOrders()
        feed.meter.begin("writing customers and products")
        feed.note(
            customers: try await imports.writeCustomers(),
            products: try await imports.writeProducts(stock: options.openingStock))
        let isBulk = try await imports.beginBulkLoad()
        feed.meter.begin("writing orders")
        try await imports.writeOrders()
        try await imports.writeLines()
        feed.meter.begin("writing the ledger")
        try await imports.writeLedger(stock: options.openingStock)
        if isBulk {
            feed.meter.begin("indexing")
            try await imports.endBulkLoad()
        }
        try await imports.audit(
            orders: feed.report.orders, lines: feed.report.importedLines, file: options.file)
        if !options.isDryRun { try await imports.analyze() }
    }
}

/// The way out of a dry run: an error, so that the transaction is undone.
private struct DryRunEnd: Error {}

package import Domain
import Postgres
import Repositories
import Wording

/// Fills the shop with a demo.
package struct SeedService: Sendable {
    let operations: Operations

    package init(_ operations: Operations) { self.operations = operations }

    /// Writes a demo shop, in one transaction: the same options make the same rows, numbers included where the shop
    /// was empty.
    ///
    /// A shop that has customers, products and orders of its own keeps them; the demo's rows come behind. A second
    /// demo is refused (``DataError/alreadySeeded``). Others can read while it runs, except orders in the case of a
    /// shop that has none, and can't write. Where the task is cancelled, or anything fails, nothing remains.
    /// `progress` is told about ten times a second how far it has come.
    package func run(
        _ options: SeedOptions, as principal: Principal, progress: @escaping (DataProgress) -> Void = { _ in }
    ) async throws(DataError) -> SeedReport {
        do throws(DataError) {
            return try await operations.program(.seedShop, as: principal) {
                try options.check()
                return try await write(options, principal.through(.cli), ProgressMeter(progress))
            }
        } catch .refused(.conflict) {
            throw .alreadySeeded
        }
    }

    private func write(
        _ options: SeedOptions, _ principal: Principal, _ meter: ProgressMeter
    ) async throws -> SeedReport {
        var meter = meter
        let size = DemoShop.Size(orders: options.orders, users: options.users, products: options.products)
        let shop = DemoShop(size: size, seed: options.seed, end: options.end)
        return try await operations.pool.transaction { transaction in
            let session = DataSession(transaction)
            try await session.prepare()
            guard try await session.claim() else { throw ServiceError.busy }
            var seed = try await SeedRepository(session, as: principal, shop: shop)
            if try await seed.isSeeded() { throw DataError.alreadySeeded }
            let sales = try await fill(&seed, size, &meter)
            meter.begin("finishing")
            try await seed.finish(sales)
            try await session.commit()
            return SeedReport(
                users: size.users, products: size.products, orders: size.orders, lines: sales.lines,
                moves: sales.moves, end: options.end, elapsed: meter.elapsed)
        }
    }

    private func fill(
        _ seed: inout SeedRepository, _ size: DemoShop.Size, _ meter: inout ProgressMeter
    ) async throws -> SeedRepository.Sales {
        let isBulk = try await seed.beginBulkLoad()
        meter.begin("writing customers")
        try await seed.writeCustomers { meter.update(rows: $0, done: $0, of: size.users) }
        meter.begin("writing products")
        try await seed.writeProducts { meter.update(rows: $0, done: $0, of: size.products) }
        meter.begin("writing orders")
        try await seed.writeOrders { meter.update(rows: $0, done: $0, of: size.orders) }
        meter.begin("writing lines")
        var sales = try await seed.writeLines { meter.update(rows: $0, done: $0, of: size.orders) }
        meter.begin("writing the ledger")
        try await seed.writeLedger(&sales) { meter.update(rows: $0, done: $0, of: size.orders + size.products) }
        if isBulk {
            meter.begin("indexing")
            try await seed.endBulkLoad()
        }
        return sales
    }
}

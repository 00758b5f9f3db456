import Domain
import Postgres
import TestSupport
import Testing

@testable import Repositories

/// That lists are counted under their filters, exactly or not, and that nobody waits for a number without an end.
@Suite struct CountTests {
    @Test("Up to 10,000 rows an estimate is the number itself; beyond, it is at least that many")
    func counts() async throws {
        try await withDatabase { database in
            _ = try await database.pool.query(
                """
                INSERT INTO site.s_product (sku, name, price, stock, search)
                SELECT 'S' || n, 'Tea', 1, 0, CASE WHEN n <= 7 THEN 'few' ELSE 'many' END
                FROM generate_series(1, 10050) AS n
                """)
            let rows = CountRepository(database.pool)
            for precision in CountPrecision.allCases {
                #expect(try await rows.count(ProductFilter(text: "few"), precision) == 7)
                #expect(try await rows.count(UserFilter(), precision) == 0)
                #expect(try await rows.count(OrderFilter(), precision) == 0)
                #expect(try await rows.count(OrderLineFilter(), precision) == 0)
                #expect(try await rows.count(StockMoveFilter(), precision) == 0)
                #expect(try await rows.count(AuditFilter(), precision) == 0)
            }
            #expect(try await rows.count(ProductFilter(), .exact) == 10_050)
            #expect(try #require(await rows.count(ProductFilter(), .estimated)) > 10_000)
        }
    }

    @Test("A count that takes too long is given up, and no failure")
    func givesUp() async throws {
        try await withDatabase { database in
            try await database.pool.transaction { transaction in
                // Nobody reads the table as long as this transaction lasts.
                _ = try await transaction.query("LOCK TABLE site.s_user IN ACCESS EXCLUSIVE MODE")
                #expect(try await CountRepository(database.pool).count(UserFilter(), .exact) == nil)
            }
        }
    }
}

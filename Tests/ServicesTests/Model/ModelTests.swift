import Domain
import Postgres
import Synchronization
import TestSupport
import Testing

/// Sequences of commands by chance, against the shop and against a few arrays that know its rules.
@Suite struct ModelTests {
    @Test("Whatever is asked in whatever order, the shop answers as its model does")
    func agrees() async throws {
        let (sequences, lanes) = (FaultProfile.sized(quick: 200, nightly: 2000), 3)
        let tally = try await withThrowingTaskGroup(of: [OperationID: Int].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    try await Shop.open { shop in
                        let run = ModelRun(shop: shop)
                        for seed in stride(from: lane, to: sequences, by: lanes) {
                            let commands = ModelRun.commands(seed: UInt64(seed), count: 50)
                            guard try await run.difference(commands, run: seed) != nil,
                                let (fewer, difference) = try await run.shrunk(commands, run: seed)
                            else { continue }
                            Issue.record("Seed \(seed), \(difference)\n\(fewer.map { "  \($0)\n" }.joined())")
                            break
                        }
                        return run.tally.withLock { $0 }
                    }
                }
            }
            return try await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        }
        // That they agree says something only if there was much to agree about.
        let operations: [OperationID] = [
            .createUser, .editUser, .archiveUser, .restoreUser, .createProduct, .editProduct, .archiveProduct,
            .restoreProduct, .adjustStock, .correctStock, .placeOrder, .cancelOrder, .moveOrder, .editOrder,
        ]
        for operation in operations { #expect(tally[operation, default: 0] >= 10, "\(operation)") }
    }

    @Test("A shop that rounds half a cent away is found out, with the few commands that show it")
    func findsWrongRounding() async throws {
        try await Shop.open { shop in
            _ = try await shop.pool.query(
                """
                CREATE OR REPLACE FUNCTION site.line_total(price numeric, quantity integer, discount numeric)
                RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
                RETURN trunc(price * quantity * (100 - discount) / 100, 2)
                """)
            try await expectFound(shop, at: { if case .place? = $0 { true } else { false } })
        }
    }

    @Test("A shop whose cancelled orders keep their goods is found out")
    func findsLostGoods() async throws {
        try await Shop.open { shop in
            _ = try await shop.pool.query(
                """
                CREATE FUNCTION site.keep_goods() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE site.s_product SET stock = stock - NEW.delta WHERE id = NEW.product_id;
                    RETURN NULL;
                END
                $$
                """)
            _ = try await shop.pool.query(
                """
                CREATE TRIGGER keep_goods AFTER INSERT ON site.s_stock_move
                FOR EACH ROW WHEN (NEW.reason = 'cancel') EXECUTE FUNCTION site.keep_goods()
                """)
            try await expectFound(shop, at: { _ in true })
        }
    }

    /// That one of the first seeds shows the fault, and that few of its fifty commands are left to look at.
    private func expectFound(_ shop: Shop, at isExpected: (ModelCommand?) -> Bool) async throws {
        let run = ModelRun(shop: shop)
        for seed in 0..<40 {
            let commands = ModelRun.commands(seed: UInt64(seed), count: 50)
            guard let (fewer, difference) = try await run.shrunk(commands, run: seed) else { continue }
            #expect(fewer.count <= 10)
            #expect(isExpected(difference.command))
            return
        }
        Issue.record("The model did not see it.")
    }
}

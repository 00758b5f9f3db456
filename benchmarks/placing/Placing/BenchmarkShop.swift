import Domain
import Logging
import Migrations
import Postgres
import Reactor
import Services

/// A shop of 5,000 products and 1,000 customers with the program's own settings for sessions.
struct BenchmarkShop: Sendable {
    /// One for each of two programs; the second is used only where a way asks for two.
    private let pools: [PostgresPool]
    private let principal: Principal

    /// What one measurement has counted.
    struct Run {
        var rate = 0
        var refused = 0
    }

    init(conninfo: String, on loop: PollLoop) async throws {
        let connection = try await PostgresConnection.connect(conninfo, on: loop)
        _ = try await Migrator(directory: "migrations", connection: connection).run()
        try await connection.script(
            """
            INSERT INTO site.s_user (name, search)
            SELECT 'Customer ' || n, 'customer ' || n FROM generate_series(1, 1000) n;
            INSERT INTO site.s_product (sku, name, price, stock, search)
            SELECT 'P-' || n, 'Product ' || n, 10 + n % 90, 100000000, 'p-' || n FROM generate_series(1, 5000) n;
            INSERT INTO site.s_stock_move (product_id, delta, reason) SELECT id, stock, 'opening' FROM site.s_product;
            """)
        await connection.close()
        let settings = [
            (name: "plan_cache_mode", value: "force_generic_plan"), (name: "statement_timeout", value: "10s"),
            (name: "lock_timeout", value: "2s"), (name: "idle_in_transaction_session_timeout", value: "15s"),
        ]
        pools = (0..<2).map { _ in PostgresPool(conninfo: conninfo, session: settings, on: loop) }
        let services = ServiceCatalog(
            pool: pools[0], logger: Logger(label: "placing") { _ in SwiftLogNoOpLogHandler() })
        principal = try await services.staff.localOperator(account: "benchmark", source: .http)
    }

    /// Has `clients` tasks place orders of three lines, one after the other each, for `length`.
    func run(way: String, clients: Int, isHot: Bool, length: Duration) async -> Run {
        let logger = Logger(label: "placing") { _ in SwiftLogNoOpLogHandler() }
        let programs = pools.prefix(way.hasSuffix("*2") ? 2 : 1).map { pool in
            ServiceCatalog(pool: pool, logger: logger, placing: Self.limits(way)).orders
        }
        let start = ContinuousClock.now
        let (placed, refused) = await withTaskGroup(of: (Int, Int).self) { group in
            for client in 0..<clients {
                let orders = programs[client % programs.count]
                group.addTask {
                    var (placed, refused) = (0, 0)
                    while ContinuousClock.now - start < length {
                        do {
                            _ = try await orders.place(Self.request(isHot: isHot), as: principal)
                            placed += 1
                        } catch {
                            refused += 1
                        }
                    }
                    return (placed, refused)
                }
            }
            return await group.reduce(into: (0, 0)) { $0 = ($0.0 + $1.0, $0.1 + $1.1) }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return Run(rate: Int(Double(placed) / seconds), refused: refused)
    }

    /// How many products and orders contradict the ledger and the lines.
    func imbalance() async throws -> Int {
        let rows = try await pools[0].query(
            """
            SELECT (
                SELECT count(*) FROM site.s_product p
                JOIN (SELECT product_id, sum(delta) AS moved FROM site.s_stock_move GROUP BY 1) m ON m.product_id = p.id
                WHERE m.moved <> p.stock
            ) + (
                SELECT count(*) FROM site.s_order o
                JOIN (SELECT order_id, sum(price * quantity) AS total FROM site.s_order_item GROUP BY 1) i
                    ON i.order_id = o.id
                WHERE i.total <> o.total
            ) AS n
            """, deadline: .seconds(60))
        return try rows[0]["n"] as Int
    }

    func close() async {
        for pool in pools { await pool.close() }
    }

    private static func request(isHot: Bool) throws -> PlaceOrder {
        var products: [Int64] = isHot ? [1] : []
        while products.count < 3 { products.append(Int64.random(in: 1...5000)) }
        return try PlaceOrder(
            user: Identifier(Int64.random(in: 1...1000)),
            lines: products.map { PlaceOrder.Line(product: Identifier($0), quantity: Int.random(in: 1...3)) },
            key: IdempotencyKey("\(UInt64.random(in: 0 ... .max))-\(UInt64.random(in: 0 ... .max))"))
    }

    private static func limits(_ way: String) -> OrderWriter.Limits {
        var limits = OrderWriter.Limits()
        let numbers = way.split(separator: "*")[0].split(separator: "x").compactMap { Int($0) }
        (limits.direct, limits.groups) = numbers.count == 2 ? (numbers[0], numbers[1]) : (.max, 0)
        return limits
    }
}

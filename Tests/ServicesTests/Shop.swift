import Domain
import Logging
import Postgres
import Repositories
import Services
import TestSupport
import Testing

/// A shop over a database of its own, and short ways to fill it.
struct Shop: Sendable {
    let pool: PostgresPool
    let services: ServiceCatalog
    let operator_: Principal

    /// Runs `body` on a freshly migrated database.
    static func open<Value: Sendable>(_ body: (Shop) async throws -> Value) async throws -> Value {
        try await withDatabase { database in
            let services = ServiceCatalog(pool: database.pool, logger: Logger(label: "test"))
            let principal = try await services.staff.localOperator(account: "tester", source: .cli)
            return try await body(Shop(pool: database.pool, services: services, operator_: principal))
        }
    }

    func customer(_ name: String = "Олена Іваненко") async throws -> User {
        try await services.users.create(NewUser(name: name), as: operator_)
    }

    func product(_ sku: String = "A-100", price: String = "12.50", stock: Int = 10) async throws -> Product {
        try await services.products.create(
            NewProduct(sku: sku, name: "Чай \(sku)", price: price, stock: stock), as: operator_)
    }

    func request(
        _ user: User, _ lines: [(Product, Int)], key: String = "key-\(UInt64.random(in: 0 ... .max))",
        told: Money? = nil, note: String? = nil, discount: Percent = .zero
    ) throws -> PlaceOrder {
        let lines = lines.map { PlaceOrder.Line(product: $0.id, quantity: $1, price: told, discount: discount) }
        return try PlaceOrder(user: user.id, lines: lines, note: note, key: IdempotencyKey(key))
    }

    func place(_ request: PlaceOrder) async throws(ServiceError) -> Placement {
        try await services.orders.place(request, as: operator_)
    }

    func stock(of product: Product) async throws -> Int {
        try await services.products.get(product.id, as: operator_).stock
    }

    /// The one number that a statement gives.
    func number(_ sql: SQL) async throws -> Int {
        let rows = try await pool.query(sql)
        let value: Int64 = try #require(rows.first)["n"]
        return Int(value)
    }

    /// How many products contradict the ledger, and how many orders their lines.
    func wrongRows() async throws -> Int {
        try await number(
            """
            SELECT (
                SELECT count(*)
                FROM site.s_product p
                WHERE p.stock <> (SELECT coalesce(sum(delta), 0) FROM site.s_stock_move WHERE product_id = p.id)
            ) + (
                SELECT count(*)
                FROM site.s_order o
                WHERE (o.total, o.line_count::bigint) IS DISTINCT FROM (
                    SELECT (sum(round(quantity * price * (100 - discount) / 100, 2)), count(*))
                    FROM site.s_order_item WHERE order_id = o.id)
            ) AS n
            """)
    }

    /// That no product, order or key contradicts the ledger and the lines.
    func expectBalanced(_ location: SourceLocation = #_sourceLocation) async throws {
        #expect(try await wrongRows() == 0, sourceLocation: location)
    }
}

package import Domain
import Postgres

/// The SQL of filling the shop with a demo; see ``DemoShop``.
///
/// All rows are made here with their numbers, and travel by COPY. The methods are called in the order in which they
/// stand here and in `SeedRepository+Orders.swift`.
package struct SeedRepository: Sendable {
    let session: DataSession
    let principal: Principal
    let shop: DemoShop
    /// The numbers that the rows begin with.
    let first: FirstNumbers
    /// The tables that were truncated in this transaction, so that their rows can be frozen.
    private var emptied: Set<String> = []

    /// The first free number of each table.
    struct FirstNumbers: RowDecodable {
        let (user, product, order, line, move): (Int64, Int64, Int64, Int64, Int64)

        init(row: Row) throws(RowError) {
            (user, product) = (try row["s_user"], try row["s_product"])
            (order, line, move) = (try row["s_order"], try row["s_order_item"], try row["s_stock_move"])
        }
    }

    /// Stops all others from writing to the shop until the transaction ends, and takes the numbers from here on.
    ///
    /// Nobody else can take a number meanwhile, so that the rows have the same ones in every shop that was empty.
    package init(_ session: DataSession, as principal: Principal, shop: DemoShop) async throws {
        (self.session, self.principal, self.shop) = (session, principal, shop)
        try await session.run(
            """
            LOCK TABLE site.s_user, site.s_product, site.s_order, site.s_order_item, site.s_stock_move
            IN SHARE ROW EXCLUSIVE MODE
            """)
        first = try await session.rows(
            """
            SELECT \(Self.next("site.s_user")) AS s_user, \(Self.next("site.s_product")) AS s_product,
                \(Self.next("site.s_order")) AS s_order, \(Self.next("site.s_order_item")) AS s_order_item,
                \(Self.next("site.s_stock_move")) AS s_stock_move
            """
        ).only()
    }

    private static func next(_ table: String) -> SQL {
        "coalesce(pg_sequence_last_value(pg_get_serial_sequence(\(table)::text, 'id')::regclass), 0) + 1"
    }

    /// Whether the shop holds a demo already.
    package func isSeeded() async throws -> Bool {
        let rows = try await session.rows(
            "SELECT EXISTS (SELECT FROM site.s_user WHERE reference = \(Self.reference(0))) AS is_seeded")
        return try rows.only(of: "is_seeded")
    }

    private static func reference(_ customer: Int) -> String { "demo/\(customer + 1)" }

    /// Whether the tables can be filled without their indexes; see ``BulkLoad``.
    ///
    /// Those of customers and products are among them where more rows come than are there.
    package mutating func beginBulkLoad() async throws -> Bool {
        let counts = try await session.rows(
            """
            SELECT (SELECT count(*) FROM site.s_user) AS users, (SELECT count(*) FROM site.s_product) AS products
            """)
        var tables = BulkLoad.orderTables
        if try counts.only(of: "users") < Int64(shop.size.users) { tables.append("site.s_user") }
        if try counts.only(of: "products") < Int64(shop.size.products) { tables.append("site.s_product") }
        let load = BulkLoad(session: session)
        guard try await load.beginIfPossible(tables) else { return false }
        emptied = try await load.emptied(tables)
        return true
    }

    /// Writes the customers.
    package func writeCustomers(progress: (Int) -> Void) async throws {
        try await write(
            "site.s_user", "id, name, email, phone, phone_digits, search, reference, created_at, updated_at",
            rows: shop.size.users, progress: progress
        ) { number, copy in
            let customer = shop.customer(number)
            copy.row(9)
            copy.add(first.user + Int64(number))
            copy.add(customer.name)
            copy.add(customer.email)
            copy.add(customer.phone)
            copy.add(SearchText.digits(customer.phone))
            copy.add(
                UserRepository.searchText(
                    name: customer.name, email: customer.email, login: nil, phone: customer.phone))
            copy.add(Self.reference(number))
            copy.add(customer.createdAt)
            copy.add(customer.createdAt)
        }
    }

    /// Writes the products, with the stock that they have when all orders are done.
    package func writeProducts(progress: (Int) -> Void) async throws {
        try await write(
            "site.s_product", "id, sku, barcode, name, price, stock, search, created_at, updated_at",
            rows: shop.size.products, progress: progress
        ) { number, copy in
            let product = shop.products[number]
            copy.row(9)
            copy.add(first.product + Int64(number))
            copy.add(product.sku)
            copy.add(product.barcode)
            copy.add(product.name)
            copy.add(product.price)
            copy.add(Int32(product.stock))
            copy.add(SearchText.fold(product.sku, product.barcode, product.name))
            copy.add(product.createdAt)
            copy.add(product.createdAt)
        }
    }

    /// Puts the indexes back.
    package func endBulkLoad() async throws { try await BulkLoad(session: session).end() }

    /// Copies what `add` makes of each number below `rows` into the columns of a table.
    func write(
        _ table: String, _ columns: SQL, rows: Int, progress: (Int) -> Void, add: (Int, inout BinaryCopy) -> Void
    ) async throws {
        var (number, copy, isFinished) = (0, BinaryCopy(), false)
        let name: SQL = "site.\(identifier: String(table.dropFirst("site.".count)))"
        let isFrozen: SQL = emptied.contains(table) ? "true" : "false"
        let sql: SQL = "COPY \(name) (\(columns)) FROM STDIN WITH (FORMAT binary, FREEZE \(isFrozen))"
        _ = try await session.copy(sql) {
            if isFinished { return nil }
            try Task.checkCancellation()
            while number < rows && !copy.isFull {
                add(number, &copy)
                number += 1
            }
            isFinished = number == rows
            if isFinished { copy.finish() }
            progress(number)
            return copy.take()
        }
    }
}

import Domain
import Postgres
import TestSupport
import Testing

@testable import Repositories

/// That lists go down their indexes in the plans that the service's connections keep: those for any values.
@Suite(.database(filledBy: PlanRows.lists)) struct ListPlanTests {
    /// The plan for any values of a statement's parameters.
    private func plan(
        of statement: SQL, _ database: TestDatabase, under settings: [SQL] = []
    ) async throws -> String {
        let connection = try await database.connect()
        let values = statement.parameters.map { value -> SQL in value.map { "\(literal: $0)" } ?? "NULL" }
        let arguments: SQL = values.isEmpty ? "" : "(\(values.joined(", ")))"
        do {
            for setting in ["SET plan_cache_mode = force_generic_plan"] + settings {
                _ = try await connection.query(setting)
            }
            _ = try await connection.query(SQL(stringLiteral: "PREPARE looked_at AS \(statement.text)"))
            let rows = try await connection.query("EXPLAIN EXECUTE looked_at\(arguments)")
            await connection.close()
            return try rows.map { row throws(RowError) in try row["QUERY PLAN"] as String }.joined(separator: "\n")
        } catch {
            await connection.close()
            throw error
        }
    }

    private func page<Filter, Sort>(
        of table: SQL, _ request: ListRequest<Filter, Sort>, _ column: (Sort) -> SortColumn
    ) -> SQL {
        let keyset = KeysetQuery(request, column)
        return "SELECT id, \(keyset.keys) FROM \(table) WHERE \(keyset.bound) \(keyset.order)"
    }

    @Test("Every sort of a list has its index, first and deep, and nothing is sorted", arguments: [false, true])
    func sorts(isDeep: Bool) async throws {
        let database = try TestDatabase.current
        func position(_ value: String) -> PagePosition { isDeep ? .after(Keyset(value: value, id: 7)) : .first }
        for sort in UserSort.allCases {
            let value = sort == .createdAt ? "2026-01-01 00:00:00+00" : sort == .id ? "7" : "x"
            let request = UserListRequest(
                filter: UserFilter(), sort: sort, isDescending: true, position: position(value))
            let plan = try await plan(of: page(of: "site.s_user", request, UserRepository.column), database)
            #expect(plan.contains("using s_user_") && !plan.contains("Sort"), "\(sort): \(plan)")
        }
        for sort in ProductSort.allCases where sort != .stock {
            let value = sort == .createdAt ? "2026-01-01 00:00:00+00" : "7"
            let request = ProductListRequest(
                filter: ProductFilter(), sort: sort, isDescending: false, position: position(value))
            let plan = try await plan(of: page(of: "site.s_product", request, ProductRepository.column), database)
            #expect(plan.contains("using s_product_") && !plan.contains("Sort"), "\(sort): \(plan)")
        }
        for sort in OrderSort.allCases {
            let value = sort == .createdAt ? "2026-01-01 00:00:00+00" : "7"
            let request = OrderListRequest(
                filter: OrderFilter(), sort: sort, isDescending: true, position: position(value))
            let plan = try await plan(of: page(of: "site.s_order", request, OrderRepository.column), database)
            #expect(plan.contains("using s_order_") && !plan.contains("Sort"), "\(sort): \(plan)")
        }
    }

    @Test("The customers of a page of orders are looked up one by one, and so are the names of a page of the ledger")
    func looksUpNames() async throws {
        let database = try TestDatabase.current
        let orders = OrderRepository.keyset(
            OrderListRequest(filter: OrderFilter(), sort: .createdAt, isDescending: true))
        let page = try await plan(of: OrderRepository.page(orders, orders.bound), database)
        #expect(page.contains("s_order_created_at_idx") && page.contains("s_user_pkey"), "\(page)")
        #expect(!page.contains("Seq Scan"), "\(page)")
        let moves = StockRepository.keyset(
            StockMoveListRequest(filter: StockMoveFilter(), sort: .id, isDescending: true))
        let ledger = try await plan(of: StockRepository.page(moves, moves.bound), database)
        #expect(ledger.contains("s_product_pkey") && ledger.contains("s_user_pkey"), "\(ledger)")
        #expect(!ledger.contains("Seq Scan"), "\(ledger)")
    }

    @Test(
        "A word with a trigram goes down the index of trigrams, a shorter one leaves it alone",
        arguments: [("олена", true), ("123", true), ("ол", false), ("a-b", false), ("x", false), ("o’n", false)])
    func trigrams(word: String, usesIndex: Bool) async throws {
        let database = try TestDatabase.current
        let plan = try await plan(of: "SELECT id FROM site.s_user WHERE \(FilterTest.search(word))", database)
        #expect(plan.contains("s_user_search_idx") == usesIndex, "\(plan)")
    }

    @Test(
        "Orders of few, some and many customers are found alike",
        arguments: ["19999", "1999", "777", "customer 77", "199", "99", "9"])
    func matchesOfAnyNumber(name: String) async throws {
        let database = try TestDatabase.current
        let calendar = FilterCalendar(now: Moment(microseconds: 0), offsetSeconds: 0)
        let filter = OrderFilter(terms: ParsedFilter<OrderField>("customer:\"\(name)\"", calendar: calendar).terms)
        var (found, position): ([OrderSummary], PagePosition?) = ([], .first)
        while let next = position {
            let page = try await OrderRepository(database.pool).list(
                OrderListRequest(
                    filter: filter, sort: .createdAt, isDescending: true, limit: 200, position: next))
            found += page.items
            position = page.next.map { .after($0) }
        }
        #expect(found.allSatisfy { $0.customer.lowercased().contains(name) })
        #expect(found.map(\.createdAt) == found.map(\.createdAt).sorted(by: >))
        #expect(Set(found.map(\.id)).count == (1...20_000).count { "customer \($0)".contains(name) })
    }

    @Test("The dashboard reads the open orders from their index alone, and looks up the names of few")
    func dashboard() async throws {
        let database = try TestDatabase.current
        // Whether the index holds all that is asked. How many pages VACUUM could mark as visible to all, and so what
        // other ways would cost beside it, depends on what else the server is doing meanwhile.
        let open = try await plan(
            of: DashboardRepository.openStatement, database,
            under: ["SET enable_bitmapscan = off", "SET enable_seqscan = off"])
        #expect(open.contains("Index Only Scan") && open.contains("s_order_open_idx"), "\(open)")
        let now = try #require(Moment("2026-08-01"))
        let dashboard = DashboardRepository(database.pool, calendar: FilterCalendar(now: now, offsetSeconds: 0))
        let customers = try await plan(of: dashboard.topCustomersStatement, database)
        #expect(!customers.contains("Seq Scan"), "\(customers)")
        let products = try await plan(of: dashboard.topProductsStatement, database)
        #expect(!products.contains("Seq Scan on s_product"), "\(products)")
    }
}

import Domain
import Postgres
import TestSupport
import Testing

@testable import Repositories

/// That lists sorted by two columns, each in its own direction, are walked whole and in order.
@Suite struct SecondSortTests {
    @Test("Pages over ties meet every product once, in all directions, by every pair of columns")
    func products() async throws {
        try await withDatabase { database in
            _ = try await database.pool.query(
                """
                INSERT INTO site.s_product (sku, barcode, name, price, stock, search, created_at)
                SELECT 'S' || n, CASE WHEN n % 3 = 0 THEN '4820' || n END,
                    (ARRAY['Їжак', 'Гора', 'apple', 'Ґанок'])[1 + n % 4], n % 4, n % 3,
                    's' || n, timestamptz '2026-01-01' + n % 5 * interval '1 microsecond'
                FROM generate_series(1, 41) AS n
                """)
            let products = ProductRepository(database.pool)
            let directions = [(false, false), (false, true), (true, false), (true, true)]
            for first in ProductSort.allCases {
                for second in ProductSort.allCases {
                    for (isDescending, isSecondDescending) in directions {
                        let request = ProductListRequest(
                            filter: ProductFilter(), sort: first, isDescending: isDescending,
                            second: SecondSort(second, isDescending: isSecondDescending), limit: 200)
                        let expected = try await products.list(request).items
                        #expect(expected == Self.sorted(expected, request))
                        #expect(Set(expected.map(\.id)).count == 41)
                        for start in [PagePosition.first, .last] {
                            let walked = try await walk(request, from: start) { try await products.list($0) }
                            #expect(
                                walked == expected, "\(first) \(second) \(isDescending) \(isSecondDescending) \(start)")
                        }
                    }
                }
            }
        }
    }

    @Test("Orders of one moment are sorted by total, in both directions, across pages")
    func orders() async throws {
        try await withDatabase { database in
            _ = try await database.pool.query("INSERT INTO site.s_user (name, search) VALUES ('A', 'a')")
            _ = try await database.pool.query(
                """
                INSERT INTO site.s_order (user_id, total, line_count, source, created_at)
                SELECT 1, n * 7 % 5, 1, 'importer', timestamptz '2026-01-01' + n % 4 * interval '1 day'
                FROM generate_series(1, 37) AS n
                """)
            let orders = OrderRepository(database.pool)
            for isDescending in [false, true] {
                let request = OrderListRequest(
                    filter: OrderFilter(), sort: .createdAt, isDescending: true,
                    second: SecondSort(.total, isDescending: isDescending), limit: 200)
                let expected = try await orders.list(request).items
                for (one, next) in zip(expected, expected.dropFirst()) where one.createdAt == next.createdAt {
                    #expect(isDescending ? one.total >= next.total : one.total <= next.total)
                    if one.total == next.total { #expect(one.id > next.id) }
                }
                for start in [PagePosition.first, .last] {
                    #expect(try await walk(request, from: start) { try await orders.list($0) } == expected)
                }
            }
        }
    }

    @Test("A page by two columns still starts in the index of the first")
    func plan() async throws {
        try await withDatabase { database in
            for statement in [
                "INSERT INTO site.s_user (name, search) VALUES ('A', 'a')",
                """
                INSERT INTO site.s_order (user_id, total, line_count, source, created_at)
                SELECT 1, n % 90, 1, 'importer', timestamptz '2026-01-01' + n % 5000 * interval '1 minute'
                FROM generate_series(1, 20000) AS n
                """, "ANALYZE site.s_order",
            ] as [SQL] { _ = try await database.pool.query(statement) }
            let deep = Keyset(value: "2026-01-02 00:00:00+00", second: "40", id: 100)
            let request = OrderListRequest(
                filter: OrderFilter(), sort: .createdAt, isDescending: true, second: SecondSort(.total),
                position: .after(deep))
            let keyset = OrderRepository.keyset(request)
            let rows = try await database.pool.query("EXPLAIN \(OrderRepository.page(keyset, keyset.bound))")
            let plan = try rows.map { row throws(RowError) in try row["QUERY PLAN"] as String }.joined(separator: "\n")
            #expect(plan.contains("s_order_created_at_idx"), "\(plan)")
            #expect(plan.contains("Incremental Sort"), "\(plan)")
            #expect(!plan.contains("Seq Scan on s_order"), "\(plan)")
        }
    }

    /// What the request asks for, sorted by the standard library; names keep PostgreSQL's order.
    private static func sorted(_ products: [Product], _ request: ProductListRequest) -> [Product] {
        let names = ["Гора", "Ґанок", "Їжак", "apple"]
        func key(_ product: Product, _ sort: ProductSort) -> (Int64, String) {
            switch sort {
            case .id: (product.id.value, "")
            case .sku: (0, product.sku)
            case .barcode: (0, product.barcode ?? "")
            case .name: (Int64(names.firstIndex(of: product.name) ?? -1), "")
            case .price: (product.price.minor, "")
            case .stock: (Int64(product.stock), "")
            case .createdAt: (product.createdAt.microseconds, "")
            }
        }
        return products.sorted { one, other in
            let (first, second) = (key(one, request.sort), key(other, request.sort))
            if first != second { return request.isDescending ? first > second : first < second }
            if let next = request.second, next.sort != request.sort {
                let (first, second) = (key(one, next.sort), key(other, next.sort))
                if first != second { return next.isDescending ? first > second : first < second }
            }
            return request.isDescending ? one.id > other.id : one.id < other.id
        }
    }

    private func walk<Filter, Sort, Item>(
        _ request: ListRequest<Filter, Sort>, from start: PagePosition,
        _ fetch: (ListRequest<Filter, Sort>) async throws -> Page<Item>
    ) async throws -> [Item] {
        var (request, items) = (request, [Item]())
        (request.limit, request.position) = (7, start)
        for _ in 0..<100 {
            let page = try await fetch(request)
            #expect(page.items.count <= 7)
            if start == .first {
                items += page.items
                guard let next = page.next else { break }
                request.position = .after(next)
            } else {
                items = page.items + items
                guard let previous = page.previous else { break }
                request.position = .before(previous)
            }
        }
        return items
    }
}

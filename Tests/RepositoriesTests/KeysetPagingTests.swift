import Domain
import Postgres
import TestSupport
import Testing

@testable import Repositories

/// That walking a list page by page, in either direction, meets every row once and in order.
@Suite struct KeysetPagingTests {
    @Test("Pages forwards and backwards meet every product once, by every column")
    func products() async throws {
        try await withDatabase { database in
            _ = try await database.pool.query(
                """
                INSERT INTO site.s_product (sku, name, price, stock, search, created_at)
                SELECT 'S' || n, (ARRAY['Їжак', 'Гора', 'apple', 'Ґанок'])[1 + n % 4], n % 7, n % 5,
                    's' || n, timestamptz '2026-01-01' + n % 10 * interval '1 microsecond'
                FROM generate_series(1, 57) AS n
                """)
            let products = ProductRepository(database.pool)
            for sort in ProductSort.allCases {
                for isDescending in [false, true] {
                    let all = ProductListRequest(
                        filter: ProductFilter(), sort: sort, isDescending: isDescending, limit: 200)
                    let expected = try await products.list(all).items.map(\.id)
                    #expect(Set(expected).count == 57)
                    let forwards = try await walk(all, from: .first) { try await products.list($0) }
                    #expect(forwards == expected, "\(sort) \(isDescending)")
                    let backwards = try await walk(all, from: .last) { try await products.list($0) }
                    #expect(backwards == expected, "\(sort) \(isDescending)")
                }
            }
        }
    }

    @Test("Names are sorted as Ukrainian readers expect")
    func collation() async throws {
        try await withDatabase { database in
            for name in ["Яна", "apple", "Ґанок", "Євген", "гора", "Іван", "Йосип", "Їжак"] {
                _ = try await database.pool.query("INSERT INTO site.s_user (name, search) VALUES (\(name), \(name))")
            }
            let request = UserListRequest(filter: UserFilter(), sort: .name, isDescending: false)
            let names = try await UserRepository(database.pool).list(request).items.map(\.name)
            #expect(names == ["гора", "Ґанок", "Євген", "Іван", "Їжак", "Йосип", "Яна", "apple"])
        }
    }

    @Test("A list that is entered in the middle begins with the names that begin so, in either direction")
    func entersInTheMiddle() async throws {
        try await withDatabase { database in
            for name in ["Гора", "Іван", "Іванна", "Їжак", "apple", "Apricot", "banana"] {
                _ = try await database.pool.query("INSERT INTO site.s_user (name, search) VALUES (\(name), \(name))")
            }
            let users = UserRepository(database.pool)
            func names(_ isDescending: Bool, _ value: String) async throws -> [String] {
                let place = Keyset(value: value, id: isDescending ? .max : 0)
                let request = UserListRequest(
                    filter: UserFilter(), sort: .name, isDescending: isDescending, position: .after(place))
                return try await users.list(request).items.map(\.name)
            }
            #expect(try await names(false, "ів") == ["Іван", "Іванна", "Їжак", "apple", "Apricot", "banana"])
            // U+FFFF stands behind every letter: UTS #35, Collation, "U+FFFF".
            #expect(try await names(true, "ap\u{FFFF}") == ["Apricot", "apple", "Їжак", "Іванна", "Іван", "Гора"])
        }
    }

    @Test(
        "A search takes % and _ for what they are, and injection for text",
        arguments: ["100%", "a_b", "\\", "'; DROP TABLE site.s_user; --", "$1"])
    func searchesLiterally(text: String) async throws {
        try await withDatabase { database in
            let users = UserRepository(database.pool)
            for name in ["Plain", text] {
                let search = UserRepository.searchText(name: name, email: nil, login: nil, phone: nil)
                _ = try await database.pool.query("INSERT INTO site.s_user (name, search) VALUES (\(name), \(search))")
            }
            let request = UserListRequest(filter: UserFilter(text: text), sort: .id, isDescending: false)
            #expect(try await users.list(request).items.map(\.name) == [text])
            #expect(try await users.suggest(text, limit: 8).map(\.name) == [text])
        }
    }

    @Test("A code is found by itself in any case, by its beginning, and by words of the name")
    func suggestsProducts() async throws {
        try await withDatabase { database in
            for (sku, name) in [
                ("A-10", "Чай зелений"), ("A-100", "Кава"), ("B-1", "Кава А-10 мелена"), ("a10", "Какао"),
            ] {
                _ = try await database.pool.query(
                    """
                    INSERT INTO site.s_product (sku, name, price, barcode, search)
                    VALUES (\(sku), \(name), 1, \("482000" + sku), \(SearchText.fold(sku, name)))
                    """)
            }
            let products = ProductRepository(database.pool)
            #expect(try await products.suggest("a-10", limit: 8).map(\.sku) == ["A-10", "A-100"])
            #expect(try await products.suggest("КАВА", limit: 8).map(\.sku) == ["A-100", "B-1"])
            #expect(try await products.suggest("482000b-1", limit: 8).map(\.sku) == ["B-1"])
            #expect(try await products.find(code: "482000A-100")?.sku == "A-100")
            #expect(try await products.find(code: "A-1") == nil)
        }
    }

    private func walk(
        _ request: ProductListRequest, from start: PagePosition,
        _ fetch: (ProductListRequest) async throws -> Page<Product>
    ) async throws -> [Identifier<Product>] {
        var (request, ids) = (request, [Identifier<Product>]())
        (request.limit, request.position) = (5, start)
        for _ in 0..<100 {
            let page = try await fetch(request)
            #expect(page.items.count <= 5)
            if start == .first {
                ids += page.items.map(\.id)
                guard let next = page.next else { break }
                request.position = .after(next)
            } else {
                ids = page.items.map(\.id) + ids
                guard let previous = page.previous else { break }
                request.position = .before(previous)
            }
        }
        return ids
    }
}

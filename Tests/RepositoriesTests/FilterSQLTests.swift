import Domain
import Postgres
import TestSupport
import Testing

@testable import Repositories

/// That a typed filter finds what it says, in every list, over a real database.
@Suite struct FilterSQLTests {
    /// Noon of 2026-01-20 UTC, at a place one hour ahead.
    private let calendar = FilterCalendar(now: Moment(microseconds: 1_768_910_400_000_000), offsetSeconds: 3600)

    private func terms<Field>(_ text: String, _ type: Field.Type = Field.self) -> FilterTerms<Field> {
        let parsed = ParsedFilter<Field>(text, calendar: calendar)
        #expect(parsed.mistakes.isEmpty, "\(text): \(parsed.mistakes)")
        return parsed.terms
    }

    @Test("Users are found by each field")
    func users() async throws {
        try await withDatabase { database in
            for (name, email, phone, role, archived, created) in [
                ("Олена Іваненко", "olena@x.com", "+380 67 111", "customer", false, "2026-01-15 22:59+00"),
                ("Łukasz O’Neill", "lu_ka@y.pl", "067-222", "customer", true, "2026-01-15 23:00+00"),
                ("Anna 100%", nil, nil, "operator", false, "2025-06-01 00:00+00"),
            ] as [(String, String?, String?, String, Bool, String)] {
                let search = UserRepository.searchText(name: name, email: email, login: nil, phone: phone)
                _ = try await database.pool.query(
                    """
                    INSERT INTO site.s_user (name, email, phone, phone_digits, role, archived_at, created_at, search)
                    VALUES (\(name), \(email), \(phone), \(SearchText.digits(phone)), \(role),
                        CASE WHEN \(archived)::boolean THEN now() END, \(created)::timestamptz, \(search))
                    """)
            }
            for (text, ids) in [
                ("", [1, 3]), ("archived", [2]), ("-archived", [1, 3]), ("archived:any", [1, 2, 3]),
                ("-archived:any", []), ("олена", [1]), ("-олена", [3]), ("archived:any name:LUKASZ", [2]),
                ("archived:any name:\"o'neill\"", [2]), ("archived:any email:lu_k", [2]), ("name:olena", []),
                ("name:100%", [3]), ("email:x.com", [1]), ("phone:\"(067) 1\"", [1]), ("phone:38067", [1]),
                ("archived:any phone:67-222,67-111", [1, 2]), ("customer", [1]), ("role:operator,admin", [3]),
                ("-email:x", [3]), ("created:2026-01-15", [1]), ("archived:any created:2026-01-16..", [2]),
                ("created:<2026", [3]), ("phone:abc", []), ("\"олена іваненко\"", [1]),
            ] as [(String, [Int64])] {
                let request = UserListRequest(
                    filter: UserFilter(terms: terms(text)), sort: .id, isDescending: false)
                let found = try await UserRepository(database.pool).list(request).items.map(\.id.value)
                #expect(found == ids, "\(text)")
            }
        }
    }

    @Test("Products are found by each field")
    func products() async throws {
        try await withDatabase { database in
            for (sku, barcode, name, price, stock) in [
                ("A-1", "4820001", "Чай зелений", 10, 5), ("a-10", nil, "Чай чорний", 20, 0),
                ("B_1", "4820002", "Кава", 30, 100),
            ] as [(String, String?, String, Int, Int)] {
                _ = try await database.pool.query(
                    """
                    INSERT INTO site.s_product (sku, barcode, name, price, stock, search)
                    VALUES (\(sku), \(barcode), \(name), \(price)::numeric, \(stock)::integer,
                        \(SearchText.fold(sku, barcode, name)))
                    """)
            }
            for (text, ids) in [
                ("чай", [1, 2]), ("чай -зелений", [2]), ("code:a-1", [1]), ("code:A-1*", [1, 2]),
                ("sku:B_1,A-1", [1, 3]),
                ("barcode:482*", [1, 3]), ("-barcode:482*", [2]), (">10", [2, 3]), ("price:10,20", []),
                ("10..20", [1, 2]),
                ("stock:0", [2]), ("stock:1..", [1, 3]), ("-stock:0..5", [3]), ("name:чорн,кава", [2, 3]),
                ("created:today..", [1, 2, 3]), ("price:10.00,30", [1, 3]), ("archived", []),
            ] as [(String, [Int64])] {
                let request = ProductListRequest(
                    filter: ProductFilter(terms: terms(text)), sort: .id, isDescending: false)
                let found = try await ProductRepository(database.pool).list(request).items.map(\.id.value)
                #expect(found == ids, "\(text)")
            }
        }
    }

    @Test("Orders and moves are found by each field, few customers or many")
    func ordersAndMoves() async throws {
        try await withDatabase { database in
            for statement in [
                """
                INSERT INTO site.s_user (name, search)
                SELECT CASE WHEN n = 1 THEN 'Олена' ELSE 'Many ' || n END,
                    CASE WHEN n = 1 THEN 'олена' ELSE 'many ' || n END
                FROM generate_series(1, 300) AS n
                """,
                "INSERT INTO site.s_product (sku, name, price, search) VALUES ('A-1', 'Чай', 1, 'a-1 чай'), ('B', 'Кава', 1, 'b кава')",
                """
                INSERT INTO site.s_order (user_id, status, total, line_count, note, source, created_at) VALUES
                    (1, 'placed', 100, 1, 'Швидко', 'importer', '2026-01-01 00:00+00'),
                    (2, 'paid', 600, 2, NULL, 'importer', '2026-01-31 22:59+00'),
                    (3, 'cancelled', 50.50, 1, 'later', 'importer', '2026-01-31 23:00+00')
                """,
                """
                INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price) VALUES
                    (1, 1, 1, 'A-1', 'Чай', 1, 1), (2, 1, 1, 'A-1', 'Чай', 1, 1), (2, 2, 2, 'B', 'Кава', 1, 1),
                    (3, 1, 2, 'B', 'Кава', 1, 1)
                """,
                """
                INSERT INTO site.s_stock_move (product_id, delta, reason, order_id, actor_id, at) VALUES
                    (1, 50, 'receipt', NULL, 1, '2026-01-01 00:00+00'), (1, -2, 'sale', 1, 2, '2026-01-20 00:00+00'),
                    (2, -1, 'sale', 2, NULL, '2026-02-01 00:00+00')
                """,
            ] as [SQL] { _ = try await database.pool.query(statement) }
            let orders = OrderRepository(database.pool)
            for (text, ids) in [
                ("", [1, 2, 3]), ("олена", [1]), ("many", [2, 3]), ("-many", [1]), ("many 3", [3]), ("2", [2]),
                ("number:2,3", [2, 3]), ("#1", [1]), ("customer:ОЛЕНА", [1]), ("-customer:many", [1]),
                ("status:new", [1]),
                ("-cancelled", [1, 2]), (">500", [2]), ("total:50,50", [3]), ("lines:>1", [2]), ("note:швид", [1]),
                ("-note:швид", [2, 3]), ("created:2026-01", [1, 2]), ("created:2026-02", [3]), ("product:a-1", [1, 2]),
                ("product:a-1 product:B", [2]), ("-product:A*", [3]), ("product:none", []),
                ("status:new,paid <=600 created:..2026-01-31", [1, 2]),
            ] as [(String, [Int64])] {
                let request = OrderListRequest(filter: OrderFilter(terms: terms(text)), sort: .id, isDescending: false)
                #expect(try await orders.list(request).items.map(\.id.value) == ids, "\(text)")
            }
            let stock = StockRepository(database.pool)
            for (text, ids) in [
                ("", [1, 2, 3]), ("чай", [1, 2]), ("-чай", [3]), ("product:b", [3]), ("reason:sold", [2, 3]),
                ("receipt", [1]),
                ("delta:<0", [2, 3]), (">10", [1]), ("delta:-2", [2]), ("order:1", [2]), ("actor:олена", [1]),
                ("-actor:олена", [2, 3]), ("at:2026-01", [1, 2]),
            ] as [(String, [Int64])] {
                let request = StockMoveListRequest(
                    filter: StockMoveFilter(terms: terms(text)), sort: .id, isDescending: false)
                #expect(try await stock.moves(request).items.map(\.id) == ids, "\(text)")
            }
            let page = try await stock.moves(
                StockMoveListRequest(filter: StockMoveFilter(), sort: .id, isDescending: true, limit: 2))
            #expect(page.items.map(\.sku) == ["B", "A-1"])
            #expect(page.items.map(\.name) == ["Кава", "Чай"])
            #expect(page.items.map(\.actorName) == [nil, "Many 2"])
            #expect(page.next?.id == 2)
        }
    }

    @Test("The audit log tells field by field what changed, and is found by each field")
    func audit() async throws {
        try await withDatabase { database in
            let boss = Principal(id: Identifier(7), name: "Ганна", role: .admin, source: .terminal)
            let users = UserRepository(database.pool)
            let user = try await users.insert(
                NewUser(name: "Old"), role: .customer, login: nil, audit: AuditEntry(boss, .createUser))
            let changes: [AuditChange] = [
                .init("phone", nil, "067"), .init("name", "Old", "Нова"), .init("note", "same", "same"),
            ]
            _ = try await users.update(
                user, audit: AuditEntry(boss.through(.http), .editUser, changes))
            let audit = AuditRepository(database.pool)
            for (text, ids) in [
                ("", [2, 1]), ("ганна", [2, 1]), ("actor:ганн", [2, 1]), ("operation:editUser", [2]),
                ("-edituser", [1]),
                ("user", [2, 1]), ("entity:order", []), ("number:1", [2, 1]), ("number:2", []), ("http", [2]),
                ("source:terminal", [1]), ("at:today..", [2, 1]), ("нова", [2]), ("at:<2000", []),
            ] as [(String, [Int64])] {
                let filter = AuditFilter(entity: "user", entityID: 1, terms: terms(text))
                let page = try await audit.list(AuditListRequest(filter: filter, sort: .id, isDescending: true))
                #expect(page.items.map(\.id) == ids, "\(text)")
            }
            let page = try await audit.list(
                AuditListRequest(filter: AuditFilter(), sort: .id, isDescending: true, limit: 1))
            let record = try #require(page.items.first)
            #expect(record.changes == [.init("name", "Old", "Нова"), .init("phone", nil, "067")])
            #expect(record.operationID == .editUser)
            #expect(record.actor == boss.id)
            #expect(record.source == "http")
            #expect(page.next?.id == 2)
            #expect(page.previous == nil)
        }
    }
}

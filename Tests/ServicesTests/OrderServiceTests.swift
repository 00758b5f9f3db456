import Domain
import Postgres
import Repositories
import Services
import TestSupport
import Testing

@Suite struct OrderServiceTests {
    @Test("A placed order holds its lines, takes its stock, and writes ledger, key and audit")
    func places() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let (tea, coffee) = (try await shop.product("A"), try await shop.product("B", price: "245", stock: 4))
            let placement = try await shop.place(shop.request(user, [(coffee, 2), (tea, 3)], note: "швидко"))
            let order = placement.order
            #expect(placement == .created(order))
            #expect(order.total == Money("527.50"))
            #expect(order.customer == user.name && order.note == "швидко")
            #expect(order.lines.map(\.sku) == ["B", "A"])
            #expect(try await shop.services.orders.get(order.id, as: shop.operator_) == order)
            #expect(try await shop.stock(of: tea) == 7)
            #expect(try await shop.stock(of: coffee) == 2)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_stock_move WHERE reason = 'sale'") == 2)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_audit WHERE operation = 'placeOrder'") == 1)
            try await shop.expectBalanced()
        }
    }

    @Test("Every short line is named at once, and nothing is written")
    func namesAllShortages() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let (a, b, c) = (
                try await shop.product("A", stock: 1), try await shop.product("B", stock: 9),
                try await shop.product("C", stock: 0)
            )
            let request = try shop.request(user, [(a, 2), (b, 3), (c, 1)])
            let error = await #expect(throws: ServiceError.self) { try await shop.place(request) }
            guard case .insufficientStock(let short)? = error else { throw Unexpected(error) }
            #expect(short.map(\.sku) == ["A", "C"])
            #expect(short.map(\.wanted) == [2, 1])
            #expect(short.map(\.available) == [1, 0])
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_order") == 0)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_idempotency") == 0)
            #expect(try await shop.stock(of: b) == 9)
        }
    }

    @Test("After a shortage the same key places the order once there is enough")
    func keyOutlivesShortage() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(stock: 1))
            let request = try shop.request(user, [(tea, 2)])
            await #expect(throws: ServiceError.self) { try await shop.place(request) }
            let receipt = try StockAdjustment(product: tea.id, delta: 5)
            #expect(try await shop.services.stock.adjust(receipt, as: shop.operator_).stock == 6)
            guard case .created = try await shop.place(request) else { throw Unexpected(nil) }
            #expect(try await shop.stock(of: tea) == 4)
        }
    }

    @Test("The same key gives the same order, and another meaning is refused")
    func repeatsKey() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let request = try shop.request(user, [(tea, 2)], key: "once")
            let order = try await shop.place(request).order
            #expect(try await shop.place(request) == .existing(order))
            #expect(try await shop.stock(of: tea) == 8)
            let other = try shop.request(user, [(tea, 3)], key: "once")
            await #expect(throws: ServiceError.idempotencyKeyReused(order.id)) { try await shop.place(other) }
            let ofAnother = try await shop.services.staff.localOperator(account: "another", source: .cli)
            let theirs = try await shop.services.orders.place(request, as: ofAnother)
            #expect(theirs == .created(theirs.order))
        }
    }

    @Test("A price that has moved since it was told is a refusal with both prices")
    func refusesMovedPrices() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(price: "12.50"))
            let request = try shop.request(user, [(tea, 1)], told: Money(minor: 1200))
            let change = PriceChange(product: tea.id, sku: tea.sku, told: Money(minor: 1200), now: Money(minor: 1250))
            await #expect(throws: ServiceError.priceChanged([change])) { try await shop.place(request) }
        }
    }

    @Test("An order keeps the names and prices of its day")
    func keepsSnapshot() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product(price: "12.50"))
            let order = try await shop.place(shop.request(user, [(tea, 1)])).order
            let edit = try ProductEdit(sku: .set("NEW"), name: .set("Інше"), price: .set("99"))
            _ = try await shop.services.products.edit(tea.id, edit, as: shop.operator_)
            #expect(try await shop.services.orders.get(order.id, as: shop.operator_).lines == order.lines)
        }
    }

    @Test("Unknown and archived customers and products are named by their field")
    func namesUnknownReferences() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product("A"))
            let gone = try await shop.product("B")
            _ = try await shop.services.products.archive(gone.id, as: shop.operator_)
            let basket = try shop.request(user, [(tea, 1), (gone, 1)])
            await #expect(throws: ServiceError.unknownReference(field: "items/1/productId", id: gone.id.value)) {
                try await shop.place(basket)
            }
            _ = try await shop.services.users.archive(user.id, as: shop.operator_)
            let order = try shop.request(user, [(tea, 1)])
            await #expect(throws: ServiceError.unknownReference(field: "userId", id: user.id.value)) {
                try await shop.place(order)
            }
        }
    }

    @Test("A cancelled order gives its goods back, once")
    func cancelsOnce() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let order = try await shop.place(shop.request(user, [(tea, 4)])).order
            let cancelled = try await shop.services.orders.cancel(order.id, as: shop.operator_)
            #expect(cancelled.status == .cancelled && cancelled.version == 2)
            #expect(try await shop.services.orders.cancel(order.id, as: shop.operator_) == cancelled)
            #expect(try await shop.stock(of: tea) == 10)
            try await shop.expectBalanced()
        }
    }

    @Test("A shipped order can't be cancelled, and says from where to where")
    func refusesIllegalSteps() async throws {
        try await Shop.open { shop in
            let (user, tea) = (try await shop.customer(), try await shop.product())
            let order = try await shop.place(shop.request(user, [(tea, 4)])).order
            _ = try await shop.services.orders.move(order.id, to: .paid, as: shop.operator_)
            _ = try await shop.services.orders.move(order.id, to: .shipped, as: shop.operator_)
            let step = IllegalTransition(from: .shipped, to: .cancelled)
            await #expect(throws: ServiceError.illegalTransition(step)) {
                try await shop.services.orders.cancel(order.id, as: shop.operator_)
            }
            #expect(try await shop.stock(of: tea) == 6)
        }
    }

    @Test("An edit that started from an older version is refused")
    func checksVersions() async throws {
        try await Shop.open { shop in
            let user = try await shop.customer()
            let rename = try UserEdit(name: .set("Олена Петренко"))
            let renamed = try await shop.services.users.edit(user.id, rename, version: 1, as: shop.operator_)
            #expect(renamed.version == 2)
            await #expect(throws: ServiceError.conflict(.versionMismatch(entity: "user", current: 2))) {
                try await shop.services.users.edit(user.id, rename, version: 1, as: shop.operator_)
            }
        }
    }

    @Test("An order's note is edited by version, and the audit log keeps what it was")
    func editsNote() async throws {
        try await Shop.open { shop in
            let request = try shop.request(
                try await shop.customer(), [(try await shop.product(), 1)], note: "Call first")
            let order = try await shop.place(request).order
            let orders = shop.services.orders
            let edit = try OrderEdit(note: .set(" Ring twice "))
            let edited = try await orders.edit(order.id, edit, version: order.version, as: shop.operator_)
            #expect((edited.note, edited.status, edited.version) == ("Ring twice", .placed, order.version + 1))
            await #expect(throws: ServiceError.conflict(.versionMismatch(entity: "order", current: edited.version))) {
                let other = try OrderEdit(note: .set(nil))
                _ = try await orders.edit(order.id, other, version: order.version, as: shop.operator_)
            }
            let kept = try await shop.number(
                """
                SELECT count(*) AS n FROM site.s_audit
                WHERE operation = 'editOrder' AND changes = '{"note": ["Call first", "Ring twice"]}'
                """)
            #expect(kept == 1)
        }
    }

    @Test("A code or address that belongs to another is a conflict that names it")
    func refusesDuplicates() async throws {
        try await Shop.open { shop in
            _ = try await shop.product("a-1")
            await #expect(throws: ServiceError.conflict(.skuTaken)) { try await shop.product("A-1") }
            let new = try NewUser(name: "Ada", email: "ada@example.com")
            let first = try await shop.services.users.create(new, as: shop.operator_)
            let same = try NewUser(name: "Bob", email: "ADA@example.com")
            await #expect(throws: ServiceError.conflict(.emailTaken)) {
                try await shop.services.users.create(same, as: shop.operator_)
            }
            _ = try await shop.services.users.archive(first.id, as: shop.operator_)
            _ = try await shop.services.users.create(same, as: shop.operator_)
            await #expect(throws: ServiceError.conflict(.emailTaken)) {
                try await shop.services.users.restore(first.id, as: shop.operator_)
            }
        }
    }
}

/// Something that a test did not expect, with what it was.
struct Unexpected: Error {
    let what: String
    init(_ what: (any Error)?) { self.what = what.map { "\($0)" } ?? "nothing" }
}

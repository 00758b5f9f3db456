import Domain
import Postgres
import Services
import TestSupport
import Testing

/// Who has the same already: what a form warns of before it is saved.
@Suite struct TwinTests {
    @Test("A telephone is found in every way it may be stored, an address in any case, a name without its accents")
    func users() async throws {
        try await Shop.open { shop in
            let users = shop.services.users
            let olena = try await users.create(
                NewUser(name: "Олена Іваненко", email: "Olena@Example.com", phone: "+38 (050) 111-22-33"),
                as: shop.operator_)
            let national = try await users.create(
                NewUser(name: "Ann O’Neill", phone: "067 123 45 67"), as: shop.operator_)
            _ = try await shop.customer("Олена Іваненко-Коваль")
            func bearing(_ trait: UserTrait) async throws -> [Identifier<User>] {
                try await users.list(bearing: trait, as: shop.operator_).map(\.id)
            }
            #expect(try await bearing(.phone("050 111 22 33")) == [olena.id])
            #expect(try await bearing(.phone("380501112233")) == [olena.id])
            #expect(try await bearing(.phone("+38 067 123 45 67")) == [national.id])
            #expect(try await bearing(.phone("50 111 22 33")) == [])
            #expect(try await bearing(.phone("-")) == [])
            #expect(try await bearing(.email("OLENA@example.COM")) == [olena.id])
            #expect(try await bearing(.email("olena@example.co")) == [])
            #expect(try await bearing(.name("олена  ІВАНЕНКО")) == [olena.id])
            #expect(try await bearing(.name("Ånn o'neill")) == [national.id])
            #expect(try await bearing(.name("Олена")) == [])
            #expect(try await bearing(.name("100%_\\")) == [])
            _ = try await users.archive(olena.id, as: shop.operator_)
            #expect(try await bearing(.phone("050 111 22 33")) == [])
            #expect(try await bearing(.email("olena@example.com")) == [])
            #expect(try await bearing(.name("Олена Іваненко")) == [])
        }
    }

    @Test("Namesakes are found among many whose names begin alike, at most eight of them")
    func namesakes() async throws {
        try await Shop.open { shop in
            _ = try await shop.pool.query(
                """
                INSERT INTO site.s_user (name, search)
                SELECT 'Іван ' || i, 'іван ' || i FROM generate_series(1, 2000) AS i
                """)
            for _ in 1...10 { _ = try await shop.customer("Іван") }
            let found = try await shop.services.users.list(bearing: .name("іван"), as: shop.operator_)
            #expect(found.count == 8)
            #expect(found.allSatisfy { $0.name == "Іван" })
        }
    }

    @Test("A code is found as code and as barcode, and archived products have it still")
    func products() async throws {
        try await Shop.open { shop in
            let products = shop.services.products
            let tea = try await products.create(
                NewProduct(sku: "A-100", barcode: "4820000000017", name: "Tea", price: "1"), as: shop.operator_)
            let odd = try await products.create(
                NewProduct(sku: "4820000000017", name: "Odd", price: "1"), as: shop.operator_)
            _ = try await products.archive(tea.id, as: shop.operator_)
            func bearing(_ code: String) async throws -> [Identifier<Product>] {
                try await products.list(bearing: code, as: shop.operator_).map(\.id)
            }
            #expect(try await bearing("a-100") == [tea.id])
            #expect(try await bearing("4820000000017") == [tea.id, odd.id])
            #expect(try await bearing("A-10") == [])
        }
    }
}

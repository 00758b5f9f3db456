import Testing

@testable import Domain

@Suite struct DemoShopTests {
    private static let end = Moment(microseconds: 1_795_305_600_000_000)  // 2026-11-22
    private let shop = DemoShop(size: .init(orders: 5000, users: 300, products: 200), seed: 42, end: end)

    private func orders() -> [DemoOrder] { (0..<shop.size.orders).map(shop.order) }

    @Test("The same seed makes the same shop, another one another")
    func determinism() {
        let same = DemoShop(size: shop.size, seed: 42, end: Self.end)
        let other = DemoShop(size: shop.size, seed: 43, end: Self.end)
        #expect((0..<300).map(shop.customer) == (0..<300).map(same.customer))
        #expect(shop.products == same.products)
        #expect(orders() == (0..<5000).map(same.order))
        #expect(shop.products != other.products)
        #expect(orders() != (0..<5000).map(other.order))
    }

    @Test("A row is the same on every machine")
    func knownRows() {
        #expect(Self.end.description == "2026-11-22T00:00:00.000Z")
        let customers = (0..<3).map { shop.customer($0).name }
        #expect(customers == ["Zoë Ståhl", "Роман Яворський", "Mia Silva"])
        #expect(shop.products[0].sku == "TOO-00001")
        #expect(shop.products[0].name == "Paintbrush “Veres”, large pack")
    }

    @Test("Customers and products obey the rules of those that people type")
    func rules() throws {
        for number in 0..<300 {
            let customer = shop.customer(number)
            let user = try NewUser(name: customer.name, email: customer.email, phone: customer.phone)
            #expect(user.name == customer.name && user.email == customer.email && user.phone == customer.phone)
            #expect(customer.createdAt <= shop.start)
        }
        for product in shop.products {
            let checked = try NewProduct(
                sku: product.sku, barcode: product.barcode, name: product.name, price: product.price.description,
                stock: product.stock)
            #expect(checked.sku == product.sku && checked.barcode == product.barcode)
            #expect(product.price > .zero && product.createdAt < shop.start)
        }
        #expect(Set(shop.products.map(\.sku)).count == 200)
        #expect(Set(shop.products.map(\.barcode)).count == 200)
        #expect(Set((0..<300).compactMap { shop.customer($0).email }).count > 200)
    }

    @Test("Names are in Ukrainian and in Latin letters, and family names agree with given ones")
    func names() {
        let names = (0..<300).map { shop.customer($0).name }
        let cyrillic = names.filter { $0.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } }
        #expect((120...240).contains(cyrillic.count))
        let women = Set(DemoNames.women.map(\.text))
        for parts in cyrillic.map({ $0.split(separator: " ") }) {
            let isWoman = women.contains(String(parts[0]))
            #expect(parts.count == 2)
            #expect(!isWoman || !(parts[1].hasSuffix("ий") || parts[1].hasSuffix("ій")))
            #expect(isWoman || !(parts[1].hasSuffix("ка") || parts[1].hasSuffix("на")))
        }
    }

    @Test("Barcodes end in the check digit of EAN-13")
    func barcodes() {
        #expect(DemoProduct.ean13("400638133393") == "4006381333931")
        #expect(DemoProduct.ean13("590123412345") == "5901234123457")
        for product in shop.products {
            #expect(product.barcode.utf8.count == 13)
            #expect(DemoProduct.ean13(String(product.barcode.dropLast())) == product.barcode)
        }
    }

    @Test("Orders rise in time within two years, about half of them in 2026")
    func times() throws {
        let times = orders().map(\.createdAt)
        #expect(times == times.sorted())
        #expect(try #require(times.first) >= shop.start && #require(times.last) < shop.end)
        let newYear = try #require(Moment("2026-01-01"))
        #expect((1900...2600).contains(times.count { $0 >= newYear }))
        #expect(times.allSatisfy { (7..<19).contains($0.civil(offsetSeconds: 0).hour) })
        #expect(times.allSatisfy { $0.microseconds % 1000 == 0 })
    }

    @Test("Orders have one to five lines, and 14 of 100 have a product twice")
    func lines() {
        let orders = orders()
        #expect(orders.allSatisfy { (1...5).contains($0.lines.count) })
        #expect(Set(orders.map(\.lines.count)) == [1, 2, 3, 4, 5])
        let repeating = orders.count { Set($0.lines.map(\.product)).count < $0.lines.count }
        #expect((580...820).contains(repeating))
        for order in orders {
            #expect(order.lines.allSatisfy { $0.quantity >= 1 && $0.price >= .zero })
            #expect(order.total.minor == order.lines.map { $0.price.minor * Int64($0.quantity) }.reduce(0, +))
        }
    }

    @Test("Old orders are shipped or cancelled, fresh ones wait")
    func statuses() {
        let orders = orders()
        #expect(Set(orders.map(\.status)) == Set(OrderStatus.allCases))
        for order in orders {
            let age = (shop.end.microseconds - order.createdAt.microseconds) / DemoShop.day
            if order.status == .placed { #expect(age < 60) }
            if age >= 60 { #expect([.shipped, .cancelled].contains(order.status)) }
            #expect(order.updatedAt >= order.createdAt && order.updatedAt <= shop.end)
        }
    }

    @Test("A shop of ten products and one customer works too")
    func small() {
        let small = DemoShop(size: .init(orders: 200, users: 1, products: 10), seed: 0, end: Self.end)
        for number in 0..<200 {
            let order = small.order(number)
            #expect(order.customer == 0)
            #expect(order.lines.allSatisfy { (0..<10).contains($0.product) })
        }
        #expect(DemoShop.midnight(Moment(microseconds: -1)) == Moment(microseconds: -DemoShop.day))
    }
}

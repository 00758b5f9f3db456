import Domain
import Services
import TestSupport
import Testing
import Wording

@testable import Screens

/// Counts, records beside lists and counter-entries, over a real database.
@Suite(.databaseForEachTest) struct ListReachServiceTests {
    @Test("Rows are counted under every list's filter, as many as a walk through the pages finds")
    func counts() async throws {
        let desk = try await Counter.desk()
        for number in 1...230 {
            let name = number.isMultiple(of: 2) ? "Ada \(number)" : "Bob \(number)"
            _ = try await desk.services.users.create(NewUser(name: name), as: desk.principal)
        }
        func count(_ request: ExportRequest) async throws -> Int? {
            guard case .success(.counted(let count)) = await desk.answer(.count(request)) else {
                Issue.record("Nothing was counted.")
                return nil
            }
            return count
        }
        var filter = UserFilter()
        _ = UserRows(format: Format()).filter("ada", in: &filter)
        #expect(try await count(.users(UserListRequest(filter: filter, sort: .id, isDescending: false))) == 115)
        let products = ProductListRequest(filter: ProductFilter(), sort: .id, isDescending: false)
        let orders = OrderListRequest(filter: OrderFilter(), sort: .id, isDescending: false)
        let moves = StockMoveListRequest(filter: StockMoveFilter(), sort: .id, isDescending: false)
        let log = AuditListRequest(filter: AuditFilter(entity: "user"), sort: .id, isDescending: false)
        #expect(try await count(.products(products)) == 0)
        #expect(try await count(.orders(orders)) == 0)
        #expect(try await count(.moves(moves)) == 0)
        #expect(try await count(.audit(log)) == 230)
    }

    @Test("An order stands beside its list with lines, customer and history; stock comes back by a counter-entry")
    func aside() async throws {
        let desk = try await Counter.desk()
        let user = try await desk.services.users.create(NewUser(name: "Ada Lovelace"), as: desk.principal)
        let product = try await desk.services.products.create(
            NewProduct(sku: "A-100", name: "Tea", price: "120", stock: 10), as: desk.principal)
        let request = try PlaceOrder(
            user: user.id, lines: [.init(product: product.id, quantity: 3, price: product.price)], note: nil,
            key: IdempotencyKey.random())
        let order = try await desk.services.orders.place(request, as: desk.principal).order
        guard
            case .success(.aside(.order(let read, let customer, let history))) =
                await desk.answer(.aside(.order(order.id)))
        else {
            Issue.record("The order was not read.")
            return
        }
        #expect(read.lines.map(\.quantity) == [3])
        #expect(customer.name == "Ada Lovelace")
        #expect(history.map(\.operation) == [OperationID.placeOrder.rawValue])
        guard case .success(.aside(.user(_, let orders))) = await desk.answer(.aside(.user(user.id))) else {
            Issue.record("The user was not read.")
            return
        }
        #expect(orders.map(\.id) == [order.id])

        let receipt = Change.adjustStock(try StockAdjustment(product: product.id, delta: 5, note: "Delivery 17"))
        _ = try (await desk.answer(.change(receipt))).get()
        let back = try #require(receipt.inverse(in: .english))
        _ = try (await desk.answer(.change(back))).get()
        guard case .success(.aside(.product(let now, let moves))) = await desk.answer(.aside(.product(product.id)))
        else {
            Issue.record("The product was not read.")
            return
        }
        #expect(now.stock == 7)
        #expect(moves.map(\.delta) == [-5, 5, -3, 10])
        #expect(moves.first?.note == "taken back: Delivery 17")
    }
}

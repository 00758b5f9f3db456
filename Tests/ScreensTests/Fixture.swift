import Domain
import Screens

/// Records made up by small functions with defaults.
enum Fixture {
    /// 2026-11-22 11:00:00 UTC.
    static let noon = Moment(microseconds: 1_795_345_200_000_000)

    static func user(
        _ id: Int64 = 1, name: String = "Олена Іваненко", email: String? = nil, phone: String? = nil,
        archived: Bool = false, version: Int = 1
    ) -> User {
        User(
            id: Identifier(id), role: .customer, login: nil, name: name, email: email, phone: phone, note: nil,
            archivedAt: archived ? noon : nil, createdAt: noon, updatedAt: noon, version: version)
    }

    static func product(
        _ id: Int64 = 1, sku: String = "A-100", name: String = "Чай зелений 100 г", price: Int64 = 12_000,
        stock: Int = 12, archived: Bool = false, version: Int = 1
    ) -> Product {
        Product(
            id: Identifier(id), sku: sku, barcode: nil, name: name, price: Money(minor: price), stock: stock,
            archivedAt: archived ? noon : nil, createdAt: noon, updatedAt: noon, version: version)
    }

    static func order(
        _ id: Int64 = 1, user: Int64 = 1, customer: String = "Олена Іваненко", status: OrderStatus = .placed,
        total: Int64 = 125_000, lines: Int = 3, note: String? = nil, version: Int = 1
    ) -> OrderSummary {
        // Each order is a minute older than the one with the next number.
        let at = Moment(microseconds: noon.microseconds + id * 60_000_000)
        return OrderSummary(
            id: Identifier(id), user: Identifier(user), customer: customer, status: status, total: Money(minor: total),
            lineCount: lines, note: note, createdAt: at, updatedAt: at, version: version)
    }

    static func line(_ id: Int64, order: Int64, sku: String, name: String, quantity: Int, price: Int64) -> OrderLine {
        OrderLine(
            id: Identifier(id), order: Identifier(order), product: Identifier(id), sku: sku, name: name,
            quantity: quantity, price: Money(minor: price))
    }

    static func move(_ id: Int64, product: Int64, delta: Int, reason: StockReason, order: Int64? = nil) -> StockMove {
        StockMove(
            id: id, product: Identifier(product), sku: "P-\(product)", name: "Product \(product)", delta: delta,
            reason: reason, order: order.map { Identifier($0) }, actor: nil, actorName: nil,
            note: reason == .receipt ? "Delivery 17" : nil,
            at: Moment(microseconds: noon.microseconds + id * 60_000_000))
    }

    static func audit(
        _ id: Int64, _ operation: OperationID, _ entity: String, _ entityID: Int64?, _ changes: [AuditChange]
    ) -> AuditRecord {
        AuditRecord(
            id: id, at: Moment(microseconds: noon.microseconds + id * 60_000_000), actor: Identifier(9),
            actorName: "Olena", source: "terminal", operation: operation.rawValue, entity: entity, entityID: entityID,
            changes: changes)
    }

    /// The days of a shop that sells nothing.
    static let quiet = Dashboard(days: days { _ in 0 }, open: [], lowStock: [], topProducts: [], topCustomers: [])

    /// As many orders on each day as `count` says of its number, at 100.00 each.
    static func days(_ count: (Int) -> Int) -> [Dashboard.Day] {
        (0..<Dashboard.dayCount).map { number in
            let day = CivilDay(noon, offsetSeconds: 0).advanced(by: Int64(number + 1 - Dashboard.dayCount))
            return Dashboard.Day(day: day, orders: count(number), sum: Money(minor: Int64(count(number)) * 10_000))
        }
    }
}

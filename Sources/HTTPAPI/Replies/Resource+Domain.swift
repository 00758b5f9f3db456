import Domain
import JSON

extension User: Resource {
    static let resourceName = "User"

    static let members: [Member<User>] = [
        Member("id", .id, "The number.", 17) { .id($0.id) },
        Member("role", .choice(Role.allCases.map(\.rawValue)), "What the person is to the shop.", "customer") {
            .text($0.role.rawValue)
        },
        Member("name", .text, "The full name.", "Олена Іваненко") { .text($0.name) },
        Member(nullable: "email", .text, "The e-mail address.", "olena@example.com") { .text($0.email) },
        Member(nullable: "phone", .text, "The telephone number, as it was typed.", "+380 67 123 45 67") {
            .text($0.phone)
        },
        Member(nullable: "note", .text, "What the shop remembers.", "Door 7.") { .text($0.note) },
        Member(nullable: "archivedAt", .moment, "When the person was taken out of the lists.", nil) {
            .moment($0.archivedAt)
        },
        Member("createdAt", .moment, "When the row was written.", "2026-01-01T09:30:00.000Z") { .moment($0.createdAt) },
        Member("updatedAt", .moment, "When it was last edited.", "2026-01-02T10:00:00.000Z") { .moment($0.updatedAt) },
        Member("version", .integer, "Counts the edits, from 1.", 2) { .count($0.version) },
    ]
}

extension Product: Resource {
    static let resourceName = "Product"

    static let members: [Member<Product>] = [
        Member("id", .id, "The number.", 42) { .id($0.id) },
        Member("sku", .text, "The code, as it was typed.", "TEA-100") { .text($0.sku) },
        Member(nullable: "barcode", .text, "The barcode.", "4820000000017") { .text($0.barcode) },
        Member("name", .text, "The name.", "Чай чорний, 100 г") { .text($0.name) },
        Member("price", .money, "The price of one piece.", "12.50") { .money($0.price) },
        Member(nullable: "stock", .integer, "The pieces on hand; customers are not told.", 120) {
            $0.toldStock.map { .count($0) } ?? .none
        },
        Member("inStock", .boolean, "Whether there are any pieces on hand.", true) { .flag($0.isInStock) },
        Member(nullable: "archivedAt", .moment, "When the product was taken out of sale.", nil) {
            .moment($0.archivedAt)
        },
        Member("createdAt", .moment, "When the row was written.", "2026-01-01T09:30:00.000Z") { .moment($0.createdAt) },
        Member("updatedAt", .moment, "When it was last edited.", "2026-01-02T10:00:00.000Z") { .moment($0.updatedAt) },
        Member("version", .integer, "Counts the edits, from 1; sales do not count.", 2) { .count($0.version) },
    ]
}

extension OrderSummary: Resource {
    static let resourceName = "Order"

    static let members: [Member<OrderSummary>] = [
        Member("id", .id, "The number.", 1001) { .id($0.id) },
        Member("userId", .id, "The number of the customer.", 17) { .id($0.user) },
        Member("customer", .text, "The customer's name as it is now.", "Олена Іваненко") { .text($0.customer) },
        Member("status", .choice(OrderStatus.allCases.map(\.rawValue)), "Where it is in its life cycle.", "placed") {
            .text($0.status.rawValue)
        },
        Member("total", .money, "The sum of its lines.", "25.00") { .money($0.total) },
        Member("itemCount", .integer, "How many lines it has.", 1) { .count($0.lineCount) },
        Member(nullable: "note", .text, "What was said to it.", "Door 7.") { .text($0.note) },
        Member("createdAt", .moment, "When it was placed.", "2026-01-01T09:30:00.000Z") { .moment($0.createdAt) },
        Member("updatedAt", .moment, "When it was last changed.", "2026-01-01T09:30:00.000Z") {
            .moment($0.updatedAt)
        },
        Member("version", .integer, "Counts the changes, from 1.", 1) { .count($0.version) },
    ]
}

extension OrderLine: Resource {
    static let resourceName = "OrderItem"

    static let members: [Member<OrderLine>] = [
        Member("id", .id, "The number of the line.", 5001) { .id($0.id) },
        Member("orderId", .id, "The number of its order.", 1001) { .id($0.order) },
        Member("productId", .id, "The number of its product.", 42) { .id($0.product) },
        Member("sku", .text, "The product's code on that day.", "TEA-100") { .text($0.sku) },
        Member("name", .text, "The product's name on that day.", "Чай чорний, 100 г") { .text($0.name) },
        Member("quantity", .integer, "Pieces.", 2) { .count($0.quantity) },
        Member("price", .money, "The price of one piece on that day.", "12.50") { .money($0.price) },
        Member("discount", .percent, "What was taken off it, in percent.", "0.00") { .percent($0.discount) },
        Member("total", .money, "What the whole line costs.", "25.00") { .money($0.total) },
    ]
}

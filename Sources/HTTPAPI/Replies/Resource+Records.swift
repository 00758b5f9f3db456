import Domain
import JSON

extension StockMove: Resource {
    static let resourceName = "StockMove"

    static let members: [Member<StockMove>] = [
        Member("id", .id, "The number of the row.", 9001) { .number($0.id) },
        Member("productId", .id, "The number of the product.", 42) { .id($0.product) },
        Member("sku", .text, "The product's code as it is now.", "TEA-100") { .text($0.sku) },
        Member("name", .text, "The product's name as it is now.", "Чай чорний, 100 г") { .text($0.name) },
        Member("delta", .integer, "Pieces added, or taken if negative.", -2) { .count($0.delta) },
        Member("reason", .choice(StockReason.allCases.map(\.rawValue)), "Why the stock changed.", "sale") {
            .text($0.reason.rawValue)
        },
        Member(nullable: "orderId", .id, "The order that took them or gave them back.", 1001) { .id($0.order) },
        Member(nullable: "actorId", .id, "The number of whoever did it.", 1) { .id($0.actor) },
        Member(nullable: "actor", .text, "Their name as it is now.", "Ada") { .text($0.actorName) },
        Member(nullable: "note", .text, "What was said to it.", nil) { .text($0.note) },
        Member("at", .moment, "When.", "2026-01-01T09:30:00.000Z") { .moment($0.at) },
    ]
}

extension AuditRecord: Resource {
    static let resourceName = "AuditRecord"

    static let members: [Member<AuditRecord>] = [
        Member("id", .id, "The number of the row.", 7001) { .number($0.id) },
        Member("at", .moment, "When.", "2026-01-01T09:30:00.000Z") { .moment($0.at) },
        Member(nullable: "actorId", .id, "The number of whoever did it.", 1) { .id($0.actor) },
        Member("actor", .text, "Their name on that day.", "Ada") { .text($0.actorName) },
        Member("source", .text, "The face through which it was asked for.", "http") { .text($0.source) },
        Member("operation", .text, "What was done.", "placeOrder") { .text($0.operation) },
        Member("entity", .text, "The kind of row that was changed.", "order") { .text($0.entity) },
        Member(nullable: "entityId", .id, "The number of that row.", 1001) { .id($0.entityID) },
    ]

    /// A shape of these rows with what they changed.
    static func withChanges(_ shape: Shape) -> Shape {
        let change = Shape(
            "AuditChange",
            [
                .required("field", .text, "What was changed.", example: "status"),
                .nullable("old", .text, "What it was before.", example: "placed"),
                .nullable("new", .text, "What it became.", example: "paid"),
            ])
        let changes = Field.required("changes", .list(change), "What changed, by field.")
        return Shape(shape.name, shape.fields + [changes])
    }
}

extension MemberValue {
    static func id(_ number: Int64?) -> MemberValue { number.map { .number($0) } ?? .none }
}

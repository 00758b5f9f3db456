import Domain

/// A value of an exported row.
enum ExportValue: Hashable, Sendable {
    case text(String)
    case number(Int64)
    case none

    init(_ text: String?) { self = text.map { .text($0) } ?? .none }
    init(_ moment: Moment?) { self = moment.map { .text($0.description) } ?? .none }
    init(_ number: Int) { self = .number(Int64(number)) }
    init(_ number: Int?) { self = number.map { .number(Int64($0)) } ?? .none }

    /// As a column of a text file has it; nothing for none.
    var field: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .none: ""
        }
    }
}

/// The names and values of a kind of rows, as HTTP names them.
struct ExportTable<Item>: Sendable {
    let names: [String]
    let values: @Sendable (Item) -> [ExportValue]
}

extension ExportTable where Item == User {
    static let users = Self(
        names: [
            "id", "name", "email", "phone", "role", "login", "note", "archivedAt", "createdAt", "updatedAt", "version",
        ],
        values: { user in
            [
                .number(user.id.value), .text(user.name), ExportValue(user.email), ExportValue(user.phone),
                .text(user.role.rawValue), ExportValue(user.login), ExportValue(user.note),
                ExportValue(user.archivedAt), ExportValue(user.createdAt), ExportValue(user.updatedAt),
                ExportValue(user.version),
            ]
        })
}

extension ExportTable where Item == Product {
    static let products = Self(
        names: ["id", "sku", "barcode", "name", "price", "stock", "archivedAt", "createdAt", "updatedAt", "version"],
        values: { product in
            [
                .number(product.id.value), .text(product.sku), ExportValue(product.barcode), .text(product.name),
                .text(product.price.description), ExportValue(product.toldStock), ExportValue(product.archivedAt),
                ExportValue(product.createdAt), ExportValue(product.updatedAt), ExportValue(product.version),
            ]
        })
}

extension ExportTable where Item == OrderSummary {
    static let orders = Self(
        names: [
            "id", "userId", "customer", "status", "total", "lineCount", "note", "createdAt", "updatedAt", "version",
        ],
        values: { order in
            [
                .number(order.id.value), .number(order.user.value), .text(order.customer),
                .text(order.status.rawValue), .text(order.total.description), ExportValue(order.lineCount),
                ExportValue(order.note), ExportValue(order.createdAt), ExportValue(order.updatedAt),
                ExportValue(order.version),
            ]
        })
}

extension ExportTable where Item == StockMove {
    static let moves = Self(
        names: ["id", "at", "productId", "sku", "name", "delta", "reason", "orderId", "actor", "note"],
        values: { move in
            [
                .number(move.id), ExportValue(move.at), .number(move.product.value), .text(move.sku),
                .text(move.name), ExportValue(move.delta), .text(move.reason.rawValue),
                move.order.map { .number($0.value) } ?? .none, ExportValue(move.actorName), ExportValue(move.note),
            ]
        })
}

extension ExportTable where Item == AuditRecord {
    static let audit = Self(
        names: ["id", "at", "actorId", "actor", "source", "operation", "entity", "entityId", "changes"],
        values: { record in
            let changes = record.changes.map { "\($0.field): \($0.old ?? "") → \($0.new ?? "")" }
            return [
                .number(record.id), ExportValue(record.at), record.actor.map { .number($0.value) } ?? .none,
                .text(record.actorName), .text(record.source), .text(record.operation), .text(record.entity),
                record.entityID.map { .number($0) } ?? .none, .text(changes.joined(separator: "; ")),
            ]
        })
}

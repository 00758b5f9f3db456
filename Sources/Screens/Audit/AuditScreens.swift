import Domain
import Wording

/// The screens about the audit log, ready made, and its words.
enum AuditScreens {
    static func list(_ format: Format) -> ListScreen<AuditRows> {
        ListScreen(AuditRows(format: format), filter: AuditFilter(), format: format)
    }

    /// The record that an entry is about; `nil` where it is about none that has a screen.
    static func record(of entry: AuditRecord, _ format: Format) -> (any Screen)? {
        guard let id = entry.entityID else { return nil }
        return switch entry.entity {
        case "order": OrdersScreens.detail(Identifier(id), format)
        case "product": ProductsScreens.detail(Identifier(id), name: "No. \(id)", format)
        case "user": UsersScreens.detail(Identifier(id), name: "No. \(id)", format)
        default: nil
        }
    }

    /// What was done, in words; the operation's own name where another version of the program did it.
    static func title(_ entry: AuditRecord) -> Phrase {
        switch entry.operationID {
        case .createUser: "user created"
        case .editUser: "user edited"
        case .archiveUser: "user archived"
        case .restoreUser: "user taken back"
        case .createProduct: "product created"
        case .editProduct: "product edited"
        case .archiveProduct: "product archived"
        case .restoreProduct: "product taken back"
        case .adjustStock: "stock changed"
        case .placeOrder: "order placed"
        case .cancelOrder: "order cancelled"
        case .moveOrder: "order moved on"
        case .editOrder: "order edited"
        case .seedShop: "demo shop made"
        case .importOrders: "orders imported"
        default: Phrase(verbatim: entry.operation)
        }
    }

    /// What it was done to: `order 104233`.
    static func subject(_ entry: AuditRecord) -> Phrase {
        entry.entityID.map { "\(Phrase(entity: entry.entity)) \($0)" } ?? Phrase(entity: entry.entity)
    }

    /// The changes in one line.
    static func summary(_ changes: [AuditChange]) -> String {
        changes.map { "\($0.field): \(side($0.old)) → \(side($0.new))" }.joined(separator: "; ")
    }

    private static func side(_ value: String?) -> String { value ?? "–" }
}

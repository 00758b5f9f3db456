import Domain
import JSON

/// How what stands beside a row is written, within the row's object.
extension JSONWriter {
    /// The product of a line, if it was asked for.
    mutating func write(_ product: Product?) {
        guard let product else { return }
        key("product")
        value(product)
    }

    /// What was asked to stand beside an order.
    mutating func write(_ embedded: EmbeddedRows, beside order: OrderSummary) {
        if let user = embedded.users[order.user] {
            key("user")
            value(user)
        }
        guard let lines = embedded.lines else { return }
        key("items")
        array { writer in
            for line in lines[order.id] ?? [] {
                writer.object { writer in
                    writer.fields(of: line, OrderLine.members)
                    writer.write(embedded.products[line.product])
                }
            }
        }
    }

    /// What a row of the audit log changed: old and new, by field.
    mutating func write(changesOf record: AuditRecord) {
        key("changes")
        array { writer in
            for change in record.changes {
                writer.object {
                    $0.field("field", change.field)
                    $0.field("old", change.old)
                    $0.field("new", change.new)
                }
            }
        }
    }
}

/// The rows that stand beside orders on request.
struct EmbeddedRows {
    var users: [Identifier<User>: User] = [:]
    /// `nil` where lines were not asked for.
    var lines: [Identifier<Order>: [OrderLine]]?
    var products: [Identifier<Product>: Product] = [:]
}

import Domain
import JSON

/// How the values of the domain are written: one function for each, straight into bytes.
extension JSONWriter {
    mutating func value(_ line: OrderLine, product: Product?) {
        object { writer in
            writer.fields(of: line, OrderLine.members)
            if let product {
                writer.key("product")
                writer.value(product)
            }
        }
    }

    /// An order with what was asked to stand beside it.
    mutating func value(_ order: OrderSummary, _ embedded: EmbeddedRows) {
        object { writer in
            writer.fields(of: order, OrderSummary.members)
            if let user = embedded.users[order.user] {
                writer.key("user")
                writer.value(user)
            }
            if let lines = embedded.lines {
                writer.key("items")
                writer.array { writer in
                    for line in lines[order.id] ?? [] { writer.value(line, product: embedded.products[line.product]) }
                }
            }
        }
    }

    /// An order and its lines.
    mutating func value(_ order: Order) {
        value(OrderSummary(order), EmbeddedRows(lines: [order.id: order.lines]))
    }
}

/// The rows that stand beside orders on request.
struct EmbeddedRows {
    var users: [Identifier<User>: User] = [:]
    /// `nil` where lines were not asked for.
    var lines: [Identifier<Order>: [OrderLine]]?
    var products: [Identifier<Product>: Product] = [:]
}

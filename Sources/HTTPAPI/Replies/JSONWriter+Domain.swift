import Domain
import JSON

/// How the values of the domain are written: one function for each, straight into bytes.
extension JSONWriter {
    mutating func field<Entity>(_ name: String, _ id: Identifier<Entity>) { field(name, id.value) }

    mutating func field(_ name: String, _ money: Money) { field(name, unscaled: money.minor, scale: 2) }

    mutating func field(_ name: String, _ percent: Percent) {
        field(name, unscaled: Int64(percent.basisPoints), scale: 2)
    }

    mutating func field(_ name: String, _ moment: Moment?) {
        key(name)
        if let moment { verbatimString { moment.append(to: &$0) } } else { null() }
    }

    mutating func value(_ user: User) {
        object {
            $0.field("id", user.id)
            $0.field("role", user.role.rawValue)
            $0.field("name", user.name)
            $0.field("email", user.email)
            $0.field("phone", user.phone)
            $0.field("note", user.note)
            $0.field("archivedAt", user.archivedAt)
            $0.field("createdAt", user.createdAt)
            $0.field("updatedAt", user.updatedAt)
            $0.field("version", user.version)
        }
    }

    mutating func value(_ product: Product) {
        object {
            $0.field("id", product.id)
            $0.field("sku", product.sku)
            $0.field("barcode", product.barcode)
            $0.field("name", product.name)
            $0.field("price", product.price)
            $0.field("stock", product.stock)
            $0.field("archivedAt", product.archivedAt)
            $0.field("createdAt", product.createdAt)
            $0.field("updatedAt", product.updatedAt)
            $0.field("version", product.version)
        }
    }

    mutating func value(_ line: OrderLine, product: Product?) {
        object {
            $0.field("id", line.id)
            $0.field("orderId", line.order)
            $0.field("productId", line.product)
            $0.field("sku", line.sku)
            $0.field("name", line.name)
            $0.field("quantity", line.quantity)
            $0.field("price", line.price)
            $0.field("discount", line.discount)
            $0.field("total", line.total)
            if let product {
                $0.key("product")
                $0.value(product)
            }
        }
    }

    /// An order with what was asked to stand beside it.
    mutating func value(_ order: OrderSummary, _ embedded: EmbeddedRows) {
        object { writer in
            writer.field("id", order.id)
            writer.field("userId", order.user)
            writer.field("customer", order.customer)
            writer.field("status", order.status.rawValue)
            writer.field("total", order.total)
            writer.field("itemCount", order.lineCount)
            writer.field("note", order.note)
            writer.field("createdAt", order.createdAt)
            writer.field("updatedAt", order.updatedAt)
            writer.field("version", order.version)
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

extension OrderSummary {
    init(_ order: Order) {
        self.init(
            id: order.id, user: order.user, customer: order.customer, status: order.status, total: order.total,
            lineCount: order.lines.count, note: order.note, createdAt: order.createdAt, updatedAt: order.updatedAt,
            version: order.version)
    }
}

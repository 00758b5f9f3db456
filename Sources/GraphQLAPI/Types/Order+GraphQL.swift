package import Domain
package import GraphQL
import Services

/// An order without its lines is what the schema calls an order: lines are asked for where they are selected.
extension OrderSummary: GraphQLObject {
    package static let graphQL = ObjectDefinition<OrderSummary, Caller>("Order", "What a customer bought.") {
        Field("id", \.id)
        Field("status", \.status)
        Field("total", \.total, "The sum of the lines.")
        Field("lineCount", \.lineCount, "How many lines it has.")
        Field("note", \.note)
        Field("createdAt", \.createdAt, "When it was placed.")
        Field("updatedAt", \.updatedAt)
        Field("version", \.version, "Counts the changes, from 1; a change may name the version it started from.")
        BatchField("customer", description: "Who it is for.") { orders, caller in
            try await Relations(caller).users(orders.map(\.user))
        }
        BatchField("lines", description: "Its lines, as they were typed.") { orders, caller in
            try await Relations(caller).lines(of: orders.map(\.id))
        }
    }
}

extension OrderLine: GraphQLObject {
    package static let graphQL = ObjectDefinition<OrderLine, Caller>(
        "OrderLine", "One product of an order; code, name, price and discount are those of the day it was placed."
    ) {
        Field("id", \.id)
        Field("sku", \.sku)
        Field("name", \.name)
        Field("quantity", \.quantity)
        Field("price", \.price, "The price of one piece.")
        Field("discount", \.discount, "What the customer need not pay of it, in percent.")
        Field("total", \.total, "What the whole line costs.")
        BatchField("product", description: "The product as it is now.") { lines, caller in
            try await Relations(caller).products(lines.map(\.product))
        }
        BatchField("order", description: "The order that it is a line of.") { lines, caller in
            try await Relations(caller).orders(lines.map(\.order))
        }
    }
}

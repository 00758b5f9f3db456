package import Domain
package import GraphQL
import Services

extension Dashboard: GraphQLObject {
    package static let graphQL = ObjectDefinition<Dashboard, Caller>(
        "Dashboard", "How the shop does, at a glance. Cancelled orders count nowhere."
    ) {
        Field("days", \.days, "Every day of the last \(Dashboard.dayCount), today last.")
        Field("open", \.open, "What is still to do.")
        Field("lowStock", \.lowStock, "The products with the least stock, at most \(Dashboard.lowStock) pieces each.")
        Field("topProducts", \.topProducts, "What brought the most in these days.")
        Field("topCustomers", \.topCustomers, "Who ordered the most in these days.")
    }
}

extension Dashboard.Day: GraphQLObject {
    package static let graphQL = ObjectDefinition<Dashboard.Day, Caller>("DashboardDay", "The orders of one day.") {
        Field("day", \.day)
        Field("orders", \.orders)
        Field("sum", \.sum)
    }
}

extension Dashboard.Open: GraphQLObject {
    package static let graphQL = ObjectDefinition<Dashboard.Open, Caller>(
        "OpenOrders", "The orders that wait in one state."
    ) {
        Field("status", \.status)
        Field("orders", \.orders)
        Field("sum", \.sum)
        Field("oldest", \.oldest, "When the oldest of them was placed.")
    }
}

extension Dashboard.TopProduct: GraphQLObject {
    package static let graphQL = ObjectDefinition<Dashboard.TopProduct, Caller>(
        "TopProduct", "A product by what it brought."
    ) {
        Field("sku", \.sku)
        Field("name", \.name)
        Field("pieces", \.pieces)
        Field("sum", \.sum)
        BatchField("product") { rows, caller in try await Relations(caller).products(rows.map(\.id)) }
    }
}

extension Dashboard.TopCustomer: GraphQLObject {
    package static let graphQL = ObjectDefinition<Dashboard.TopCustomer, Caller>(
        "TopCustomer", "A customer by what they ordered."
    ) {
        Field("name", \.name)
        Field("orders", \.orders)
        Field("sum", \.sum)
        BatchField("customer") { rows, caller in try await Relations(caller).users(rows.map(\.id)) }
    }
}

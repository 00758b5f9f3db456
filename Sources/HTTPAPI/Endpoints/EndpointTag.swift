/// What an endpoint is about: the headings of the documents.
package enum EndpointTag: String, Sendable, CaseIterable {
    case users, products, orders
    case orderItems = "order-items"
    case auth, graphql, events, server, documents

    package var summary: String {
        switch self {
        case .users: "Customers and staff."
        case .products: "What the shop sells, and its stock."
        case .orders: "What customers bought."
        case .orderItems: "The lines of orders, one by one."
        case .auth: "Who asks: logging in, sessions and tokens."
        case .graphql: "The same operations as one graph."
        case .events: "What changes, as it changes."
        case .server: "The server about itself."
        case .documents: "What is written about all of this."
        }
    }
}

package import Domain
package import GraphQL

extension Role: GraphQLEnum {
    package static let graphQL = EnumDefinition<Role>(
        "Role", "What a person is to the shop.",
        values: [
            .customer: "Buys.", .viewer: "Sees everything, and changes nothing.", .operator_: "Sells.",
            .manager: "Sells, and keeps the shop's goods and people.", .admin: "May do everything.",
        ])

    package var graphQLName: String { rawValue.uppercased() }
}

extension OrderStatus: GraphQLEnum {
    package static let graphQL = EnumDefinition<OrderStatus>(
        "OrderStatus", "Where an order is in its life cycle.",
        values: [
            .placed: "Its goods are taken from the shelf.", .paid: "It may be shipped.", .shipped: "It is done.",
            .cancelled: "Its goods are back on the shelf.",
        ])
}

extension StockReason: GraphQLEnum {
    package static let graphQL = EnumDefinition<StockReason>(
        "StockReason", "Why the stock of a product changed.",
        values: [
            .opening: "The pieces on hand when the product was created.", .sale: "Taken by an order.",
            .cancel: "Given back by a cancelled order.", .receipt: "Goods received.", .correction: "Counted anew.",
            .imported: "Brought in with an import.",
        ])
}

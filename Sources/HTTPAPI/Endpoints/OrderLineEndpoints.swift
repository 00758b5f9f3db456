import Domain
import HTTPTypes
import JSON
import Services

/// The lines of all orders, by themselves.
enum OrderLineEndpoints {
    static let all = [list, get]

    /// A line with all that may stand beside it.
    static let shape = Shape(
        OrderLine.resourceName,
        OrderLine.members.map(\.field) + [
            Field(
                "product", .object(Product.shape), isRequired: false, isNullable: false,
                "The product as it is now, on request.")
        ])

    private static let list = Endpoint(
        .get, "/order-items", .permitted(.listOrderLines), "A page of order lines.", tag: .orderItems,
        query: ListCall.parameters(sorts: IDSort.allCases.map(\.rawValue)) + [
            Parameter("orderId", .integer(Parameter.identifiers), "The order is this one."),
            Parameter("productId", .integer(Parameter.identifiers), "The product is this one."),
        ], answers: [.page(shape)]
    ) { call in
        let list = try ListCall(call, defaultSort: "id")
        let filter = OrderLineFilter(
            order: call.query.identifier("orderId"), product: call.query.identifier("productId"))
        let page = try await call.services.orders.listLines(list.request(filter, as: IDSort.self), as: call.principal)
        return list.reply(page) { $0.value($1, product: nil) }
    }

    private static let get = Endpoint(
        .get, "/order-items/{id}", .permitted(.getOrderLine), "One line of an order.", tag: .orderItems,
        path: [Parameter.id("The number of the line.", example: 5001)], answers: [.row(shape, "The line.")]
    ) { call in
        let line = try await call.services.orders.getLine(call.identifier(), as: call.principal)
        return .json { $0.value(line, product: nil) }
    }
}

import Domain
import HTTPTypes
import JSON
import Services

/// The lines of all orders, by themselves.
enum OrderLineEndpoints {
    static let all = [list, get]

    private static let list = Endpoint(
        .get, "/order-items", .listOrderLines, "A page of order lines.",
        query: ListCall.parameters(sorts: IDSort.allCases.map(\.rawValue)) + [
            Parameter("orderId", .integer(Parameter.identifiers), "The order is this one."),
            Parameter("productId", .integer(Parameter.identifiers), "The product is this one."),
        ]
    ) { call in
        let list = try ListCall(call, defaultSort: "id")
        let filter = OrderLineFilter(
            order: call.query.identifier("orderId"), product: call.query.identifier("productId"))
        let page = try await call.services.orders.listLines(list.request(filter, as: IDSort.self), as: call.principal)
        return list.reply(page) { $0.value($1, product: nil) }
    }

    private static let get = Endpoint(
        .get, "/order-items/{id}", .getOrderLine, "One line of an order."
    ) { call in
        let line = try await call.services.orders.getLine(call.identifier(), as: call.principal)
        return .json { $0.value(line, product: nil) }
    }
}

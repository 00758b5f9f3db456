import Domain
import HTTPTypes
import JSON
import Services

/// Orders: lists, one order, and what happens to it once it is placed.
///
/// Placing is in `OrderEndpoints+Place.swift`.
enum OrderEndpoints {
    static let all = [list, get, place, edit, cancel, history]

    static let number = Parameter.id("The number of the order.", example: 1001)

    /// An order with all that may stand beside it.
    static let shape = Shape(
        OrderSummary.resourceName,
        OrderSummary.members.map(\.field) + [
            Field("user", .object(User.shape), isRequired: false, isNullable: false, "The customer, on request."),
            Field(
                "items", .list(OrderLineEndpoints.shape), isRequired: false, isNullable: false,
                "The lines; in lists on request."),
        ])

    private static let embed = Parameter(
        "embed", .choices(Embedding.allCases.map(\.rawValue)), "Rows to stand beside each order.")

    private static let patched = Shape(
        "OrderPatch",
        [
            Field(
                "status", .choice(OrderStatus.allCases.map(\.rawValue)), isRequired: false, isNullable: false,
                "The next status; cancelled puts the goods back.", example: "paid"),
            .optional("note", .string(.note), "A note.", example: "Paid by card."),
        ])

    private static let list = Endpoint(
        .get, "/orders", .permitted(.listOrders), "A page of orders, the newest first unless sorted otherwise.",
        tag: .orders,
        query: ListParameters.all(of: OrderSummary.self, sorts: OrderSort.allCases.map(\.rawValue)) + [
            embed,
            Parameter(
                "q", .text(maximum: 200), "The order's number, or words of the customer's name.", example: "олена"),
        ] + Parameter.filters(of: OrderColumn.self), headers: [.preferCount, .ifNoneMatch],
        answers: [.page(shape.selection)]
    ) { call in
        let list = try ListCall<OrderSummary>(call, defaultSort: "-createdAt")
        let filter = OrderFilter(
            text: call.query.text("q"), conditions: call.query.conditions(of: OrderColumn.self))
        let page = try await call.services.orders.list(list.request(filter, as: OrderSort.self), as: call.principal)
        try call.refuseEmbeddingInTables()
        let embedded = try await Embedding.rows(beside: page.items, lines: nil, call)
        return try await list.reply(page, embedded: { $0.write(embedded, beside: $1) }) {
            try await call.services.orders.count(filter, $0, as: call.principal)
        }
    }

    private static let get = Endpoint(
        .get, "/orders/{id}", .permitted(.getOrder), "One order with its lines.", tag: .orders, path: [number],
        query: [embed, .fields(of: OrderSummary.self)], headers: [.ifNoneMatch],
        answers: [.tagged(shape.selection, "The order.")], refusals: [.preconditionFailed]
    ) { call in
        let order = try await order(call)
        let embedded = try await Embedding.rows(beside: [OrderSummary(order)], lines: [order.id: order.lines], call)
        return .row(OrderSummary(order), call) { $0.write(embedded, beside: $1) }
    }

    private static let edit = Endpoint(
        .patch, "/orders/{id}", .permitted(.editOrder), "Moves an order along its life cycle, or changes its note.",
        tag: .orders, path: [number], headers: [.ifMatch, .preferChange], body: .patch(patched),
        answers: [.changed(shape, "The order as changed."), .minimal],
        refusals: [.invalidTransition, .preconditionFailed]
    ) { call in
        let id: Identifier<Order> = try call.identifier()
        let edit = try call.body.checked { body throws(InvalidInput) in
            try OrderEdit(
                status: body.text("status").flatMap(OrderStatus.init).map { .set($0) } ?? .keep,
                note: body.optionalEdit("note"))
        }
        let version = try await call.expectedVersion { OrderSummary(try await order(call)) }
        return reply(try await call.services.orders.edit(id, edit, version: version, as: call.principal), call)
    }

    private static let cancel = Endpoint(
        .post, "/orders/{id}/cancel", .permitted(.cancelOrder),
        "Cancels an order and puts its goods back; once, however often asked.", tag: .orders, path: [number],
        headers: [.ifMatch, .preferChange], body: .json(Shape("Cancellation", []), isOptional: true),
        answers: [.changed(shape, "The cancelled order."), .minimal],
        refusals: [.invalidTransition, .preconditionFailed]
    ) { call in
        let id: Identifier<Order> = try call.identifier()
        try call.body.checked { _ throws(InvalidInput) in }
        let version = try await call.expectedVersion { OrderSummary(try await order(call)) }
        return reply(try await call.services.orders.cancel(id, version: version, as: call.principal), call)
    }

    private static let history = Endpoint(
        .get, "/orders/{id}/history", .permitted(.getOrderHistory),
        "What has happened to an order, the newest first unless sorted otherwise.", tag: .orders, path: [number],
        query: ListParameters.all(of: AuditRecord.self, sorts: IDSort.allCases.map(\.rawValue)),
        headers: [.ifNoneMatch], answers: [.page(AuditRecord.withChanges(AuditRecord.shape.selection))]
    ) { call in
        let list = try ListCall<AuditRecord>(call, defaultSort: "-id")
        let request = list.request(AuditFilter(), as: IDSort.self)
        let page = try await call.services.orders.history(of: call.identifier(), request, as: call.principal)
        return try await list.reply(page, embedded: { $0.write(changesOf: $1) })
    }

    private static func order(_ call: Call) async throws -> Order {
        try await call.services.orders.get(call.identifier(), as: call.principal)
    }

    /// An order and its lines.
    static func reply(_ order: Order, _ call: Call, status: HTTPResponse.Status = .ok) -> Reply {
        let lines = EmbeddedRows(lines: [order.id: order.lines])
        return .row(OrderSummary(order), call, status: status) { $0.write(lines, beside: $1) }
    }
}

import Domain
import HTTPTypes
import JSON
import Services

/// Orders: lists, one order, and what happens to it once it is placed.
///
/// Placing is in `OrderEndpoints+Place.swift`.
enum OrderEndpoints {
    static let all = [list, get, place, edit, cancel]

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
        query: ListCall.parameters(sorts: OrderSort.allCases.map(\.rawValue)) + [
            embed, Parameter("q", .text(maximum: 200), "The order's number, or words of the customer's name."),
            Parameter("userId", .integer(Parameter.identifiers), "The customer is this one."),
            Parameter("status", .choice(OrderStatus.allCases.map(\.rawValue)), "The status is this."),
            Parameter("status.in", .choices(OrderStatus.allCases.map(\.rawValue)), "The status is one of these."),
        ] + Parameter.range("createdAt", .moment, "The time of placing")
            + Parameter.range("total", .money, "The total"),
        answers: [.page(shape)]
    ) { call in
        let list = try ListCall(call, defaultSort: "-createdAt")
        let request = list.request(filter(call.query), as: OrderSort.self)
        let page = try await call.services.orders.list(request, as: call.principal)
        let embedded = try await Embedding.rows(beside: page.items, lines: nil, call)
        return list.reply(page) { $0.value($1, embedded) }
    }

    private static func filter(_ query: QueryArguments) -> OrderFilter {
        let total = query.range("total") { Parameter.money($0)?.minor }
        let created = query.range("createdAt") { Moment($0)?.microseconds }
        return OrderFilter(
            text: query.text("q"), user: query.identifier("userId"),
            statuses: Set(query.words("status").union(query.words("status.in")).compactMap(OrderStatus.init)),
            createdFrom: created.lower.map(Moment.init(microseconds:)),
            // The filter's upper bound is exclusive, and times count in microseconds.
            createdBefore: created.upper.map { Moment(microseconds: $0 + 1) },
            minimumTotal: total.lower.map(Money.init(minor:)), maximumTotal: total.upper.map(Money.init(minor:)))
    }

    private static let get = Endpoint(
        .get, "/orders/{id}", .permitted(.getOrder), "One order with its lines.", tag: .orders, path: [number],
        query: [embed], answers: [.row(shape, "The order.")]
    ) { call in
        let order = try await call.services.orders.get(call.identifier(), as: call.principal)
        let summary = OrderSummary(order)
        let embedded = try await Embedding.rows(beside: [summary], lines: [order.id: order.lines], call)
        return .json { $0.value(summary, embedded) }
    }

    private static let edit = Endpoint(
        .patch, "/orders/{id}", .permitted(.editOrder), "Moves an order along its life cycle, or changes its note.",
        tag: .orders, path: [number], body: .patch(patched), answers: [.row(shape, "The order as changed.")],
        refusals: [.invalidTransition]
    ) { call in
        let id: Identifier<Order> = try call.identifier()
        let edit = try call.body.checked { body throws(InvalidInput) in
            try OrderEdit(
                status: body.text("status").flatMap(OrderStatus.init).map { .set($0) } ?? .keep,
                note: body.optionalEdit("note"))
        }
        let order = try await call.services.orders.edit(id, edit, as: call.principal)
        return .json { $0.value(order) }
    }

    private static let cancel = Endpoint(
        .post, "/orders/{id}/cancel", .permitted(.cancelOrder),
        "Cancels an order and puts its goods back; once, however often asked.", tag: .orders, path: [number],
        body: .json(Shape("Cancellation", []), isOptional: true),
        answers: [.row(shape, "The cancelled order.")], refusals: [.invalidTransition]
    ) { call in
        let id: Identifier<Order> = try call.identifier()
        try call.body.checked { _ throws(InvalidInput) in }
        let order = try await call.services.orders.cancel(id, as: call.principal)
        return .json { $0.value(order) }
    }
}

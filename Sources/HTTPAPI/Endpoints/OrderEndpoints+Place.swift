import Domain
import HTTPTypes
import JSON
import Services

extension OrderEndpoints {
    private static let line = Shape(
        "NewOrderItem",
        [
            .required("productId", .id, "The number of the product.", example: 42),
            .required("quantity", .whole(1...1_000_000), "Pieces.", example: 2),
            .optional(
                "price", .money, "The price that the customer was told; today's unless given.", example: "12.50"),
            .optional(
                "discount", .percent, "What is taken off the price, in percent; none unless given.", example: "0"),
        ])

    private static let placed = Shape(
        "NewOrder",
        [
            .required("userId", .id, "The number of the customer.", example: 17),
            .required("items", .list(line, count: 1...1000), "The lines; those of one product are put together."),
            .optional("note", .string(.note), "A note.", example: "Door 7."),
            .optional(
                "idempotencyKey", .string(TextRule(1...255, pattern: TextPattern.idempotencyKey)),
                "The same as the header Idempotency-Key.", example: "8e03978e-40d5-43dd-bc93-6894a57f9324"),
        ])

    private static let keyHeader = Parameter(
        "Idempotency-Key", .text(TextRule(1...257, pattern: #"^("[!#-\[\]-~]{1,255}"|[!#-\[\]-~]{1,255})$"#)),
        "The name under which the order is placed at most once: bare, or a string of RFC 8941. It never expires.",
        example: "8e03978e-40d5-43dd-bc93-6894a57f9324")

    /// 201 with the new order; 200 with the old one if its key was used for the same order before.
    static let place = Endpoint(
        .post, "/orders", .permitted(.placeOrder), "Places an order, and takes its goods from the shelf.", tag: .orders,
        headers: [keyHeader, .preferChange], body: .json(placed),
        answers: [
            .created(shape, links: [Answer.Link("getOrder", "id", from: "id")]),
            Answer(
                .ok, "The order that was placed with this key before.", .object(shape),
                headers: [.location, .etag, .lastModified, .idempotentReplayed, .preferenceApplied]),
            .minimal,
        ],
        refusals: [
            .idempotencyKeyMismatch, .unknownReference, .insufficientStock, .priceChanged, .idempotencyKeyReused,
        ]
    ) { call in
        let headerKey = try IdempotencyKeyHeader.key(in: call.headers)
        if let headerKey, let other = call.body.object.text("idempotencyKey"), other != headerKey.value {
            throw Problem(.idempotencyKeyMismatch, "The header and the body name different idempotency keys.")
        }
        let request = try call.body.checked { body throws(InvalidInput) in try order(body, headerKey: headerKey) }
        do throws(ServiceError) {
            return reply(try await call.services.orders.place(request, as: call.principal), call)
        } catch {
            throw problem(error, request, call.body.object)
        }
    }

    private static func order(
        _ body: BodyObject, headerKey: IdempotencyKey?
    ) throws(InvalidInput) -> PlaceOrder {
        var checker = Checker()
        let bodyKey = checker.check { () throws(Violation) in
            try body.text("idempotencyKey").map { text throws(Violation) in try IdempotencyKey(text) }
        }
        let lines = body.list("items").enumerated().map { index, line in
            // A line without a number keeps apart from the others by one that no product has.
            PlaceOrder.Line(
                product: line.identifier("productId") ?? Identifier(-1 - Int64(index)),
                quantity: line.integer("quantity") ?? 0, price: line.money("price"),
                discount: line.percent("discount") ?? .zero)
        }
        do throws(InvalidInput) {
            let request = try PlaceOrder(
                user: body.identifier("userId") ?? Identifier(0), lines: lines, note: body.text("note"),
                key: headerKey ?? bodyKey.flatMap(\.self) ?? .random())
            try checker.finish()
            return request
        } catch {
            throw InvalidInput(checker.violations.filter { !error.violations.contains($0) } + error.violations)
        }
    }

    private static func reply(_ placement: Placement, _ call: Call) -> Reply {
        var reply = reply(placement.order, call)
        reply.headers[.location] = "/orders/\(placement.order.id)"
        switch placement {
        case .created: reply.status = .created
        case .existing: reply.headers[.idempotentReplayed] = "true"
        }
        return reply
    }

    /// The refusal, with its pointers at the lines as they were sent.
    private static func problem(_ error: ServiceError, _ request: PlaceOrder, _ body: BodyObject) -> Problem {
        switch error {
        case .unknownReference(let field, let id):
            ServiceError.unknownReference(field: sent(field, request, body), id: id).problem
        case .invalid(let violations):
            ServiceError.invalid(
                violations.map { Violation(sent($0.field, request, body), $0.rule, $0.message) }
            ).problem
        default: error.problem
        }
    }

    /// A line's field with the place that the line was sent in: the order has put lines of one product together.
    private static func sent(_ field: String, _ request: PlaceOrder, _ body: BodyObject) -> String {
        let parts = field.split(separator: "/")
        guard parts.count == 3, parts[0] == "items", let place = Int(parts[1]), request.lines.indices.contains(place)
        else { return field }
        let product = request.lines[place].product
        let index = body.list("items").firstIndex { $0.identifier("productId") == product }
        return index.map { "items/\($0)/\(parts[2])" } ?? field
    }
}

extension IdempotencyKey {
    /// A key for a request that came without one: it is placed once because it is asked once.
    fileprivate static func random() -> IdempotencyKey {
        do {
            return try IdempotencyKey("unkeyed-\(UInt64.random(in: 0 ... .max))-\(UInt64.random(in: 0 ... .max))")
        } catch {
            preconditionFailure("Letters, digits and hyphens make a key.")
        }
    }
}

import Domain
import HTTPTypes
import JSON
import Services

extension OrderEndpoints {
    private static let line = Shape(
        "NewOrderItem",
        [
            .required("productId", .integer, "The number of the product."),
            .required("quantity", .integer, "Pieces, 1 to 1,000,000."),
            .optional("price", .money, "The price that the customer was told; today's unless given."),
        ])

    private static let placed = Shape(
        "NewOrder",
        [
            .required("userId", .integer, "The number of the customer."),
            .required("items", .list(line), "The lines, 1 to 1,000; those of one product are put together."),
            .optional("note", .text, "A note of up to 2,000 characters."),
            .optional("idempotencyKey", .text, "The same as the header Idempotency-Key."),
        ])

    /// 201 with the new order; 200 with the old one if its key was used for the same order before.
    static let place = Endpoint(
        .post, "/orders", .placeOrder, "Places an order, and takes its goods from the shelf.", body: placed
    ) { call in
        let headerKey = try IdempotencyKeyHeader.key(in: call.headers)
        if let headerKey, let other = call.body.object.text("idempotencyKey"), other != headerKey.value {
            throw Problem(.idempotencyKeyMismatch, "The header and the body name different idempotency keys.")
        }
        let request = try call.body.checked { body throws(InvalidInput) in try order(body, headerKey: headerKey) }
        do throws(ServiceError) {
            return reply(try await call.services.orders.place(request, as: call.principal))
        } catch {
            throw problem(error, call.body.object)
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
                quantity: line.integer("quantity") ?? 0, price: line.money("price"))
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

    private static func reply(_ placement: Placement) -> Reply {
        let order = placement.order
        var reply = Reply.json { $0.value(order) }
        reply.headers[.location] = "/orders/\(order.id)"
        switch placement {
        case .created: reply.status = .created
        case .existing: reply.headers[.idempotentReplayed] = "true"
        }
        return reply
    }

    /// The refusal, with its pointer at the line as it was sent: the order has put lines of one product together.
    private static func problem(_ error: ServiceError, _ body: BodyObject) -> Problem {
        guard case .unknownReference(let field, let id) = error, field.hasSuffix("productId"),
            let index = body.list("items").firstIndex(where: { $0.identifier("productId") == Identifier<Product>(id) })
        else { return error.problem }
        return ServiceError.unknownReference(field: "items/\(index)/productId", id: id).problem
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

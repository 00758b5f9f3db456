import Domain
import HTTPTypes
import JSON
import Services

/// The lines of all orders, by themselves.
enum OrderLineEndpoints {
    static let all = [list, get, add, edit, remove]

    private static let number = Parameter.id("The number of the line.", example: 5001)

    /// A line with all that may stand beside it.
    static let shape = Shape(
        OrderLine.resourceName,
        OrderLine.members.map(\.field) + [
            Field(
                "product", .object(Product.shape), isRequired: false, isNullable: false,
                "The product as it is now, on request.")
        ])

    private static let embed = Parameter("embed", .choices(["product"]), "Rows to stand beside each line.")

    private static let added = Shape(
        "NewLine",
        [
            .required("orderId", .id, "The number of the order; it is placed, and not paid yet.", example: 1001),
            .required("productId", .id, "The number of the product.", example: 42),
            .required("quantity", .whole(1...1_000_000), "Pieces.", example: 2),
            .optional(
                "price", .money, "The price that the customer was told; today's unless given.", example: "12.50"),
            .optional(
                "discount", .percent, "What is taken off the price, in percent; none unless given.", example: "0"),
        ])

    private static let patched = Shape(
        "OrderItemPatch",
        [
            Field(
                "quantity", .whole(1...1_000_000), isRequired: false, isNullable: false, "Pieces.", example: 3),
            Field(
                "discount", .percent, isRequired: false, isNullable: false,
                "What is taken off the price, in percent.", example: "5"),
        ])

    private static let list = Endpoint(
        .get, "/order-items", .permitted(.listOrderLines), "A page of order lines.", tag: .orderItems,
        query: ListParameters.all(of: OrderLine.self, sorts: IDSort.allCases.map(\.rawValue)) + [embed]
            + Parameter.filters(of: OrderLineColumn.self),
        headers: [.preferCount, .ifNoneMatch], answers: [.page(shape.selection)]
    ) { call in
        let list = try ListCall<OrderLine>(call, defaultSort: "id")
        let filter = OrderLineFilter(conditions: call.query.conditions(of: OrderLineColumn.self))
        let page = try await call.services.orders.listLines(list.request(filter, as: IDSort.self), as: call.principal)
        try call.refuseEmbeddingInTables()
        let products = try await Embedding.products(beside: page.items, call)
        return try await list.reply(page, embedded: { $0.write(products[$1.product]) }) {
            try await call.services.orders.count(filter, $0, as: call.principal)
        }
    }

    private static let get = Endpoint(
        .get, "/order-items/{id}", .permitted(.getOrderLine), "One line of an order.", tag: .orderItems,
        path: [number], query: [embed, .fields(of: OrderLine.self)], headers: [.ifNoneMatch],
        answers: [Answer(.ok, "The line.", .object(shape.selection), headers: [.etag])],
        refusals: [.preconditionFailed]
    ) { call in
        let line = try await call.services.orders.getLine(call.identifier(), as: call.principal)
        let products = try await Embedding.products(beside: [line], call)
        return reply(line, products[line.product], call)
    }

    private static let add = Endpoint(
        .post, "/order-items", .permitted(.addOrderLine),
        "Adds a line to an order that is placed, and takes its goods from the shelf.", tag: .orderItems,
        headers: [.preferChange], body: .json(added),
        answers: [
            Answer(
                .created, "The new line.", .object(shape), headers: [.location, .preferenceApplied],
                links: [Answer.Link("getOrderLine", "id", from: "id")]),
            .minimal,
        ],
        refusals: [.unknownReference, .insufficientStock, .priceChanged, .orderClosed]
    ) { call in
        let new = try call.body.checked { body throws(InvalidInput) in
            try NewOrderLine(
                order: body.identifier("orderId") ?? Identifier(0),
                line: PlaceOrder.Line(
                    product: body.identifier("productId") ?? Identifier(0), quantity: body.integer("quantity") ?? 0,
                    price: body.money("price"), discount: body.percent("discount") ?? .zero))
        }
        let line = try await call.services.orders.addLine(new, as: call.principal)
        var reply = reply(line, nil, call, status: .created)
        reply.headers[.location] = "/order-items/\(line.id)"
        return reply
    }

    private static let edit = Endpoint(
        .patch, "/order-items/{id}", .permitted(.editOrderLine),
        "Changes the quantity or the discount of a line by a merge patch; the goods follow.", tag: .orderItems,
        path: [number], headers: [.preferChange], body: .patch(patched),
        answers: [
            Answer(.ok, "The line as changed.", .object(shape), headers: [.preferenceApplied]), .minimal,
        ],
        refusals: [.insufficientStock, .orderClosed]
    ) { call in
        let id: Identifier<OrderLine> = try call.identifier()
        let edit = try call.body.checked { body throws(InvalidInput) in
            try OrderLineEdit(
                quantity: body.integer("quantity").map { .set($0) } ?? .keep,
                discount: body.percent("discount").map { .set($0) } ?? .keep)
        }
        return reply(try await call.services.orders.editLine(id, edit, as: call.principal), nil, call)
    }

    private static let remove = Endpoint(
        .delete, "/order-items/{id}", .permitted(.removeOrderLine),
        "Takes a line out of an order that is placed, and puts its goods back.", tag: .orderItems, path: [number],
        headers: [.preferChange], answers: [Answer(.noContent, "The line is gone.")],
        refusals: [.orderClosed, .lastItem]
    ) { call in
        try await call.services.orders.removeLine(call.identifier(), as: call.principal)
        return Reply(.noContent)
    }

    private static func reply(
        _ line: OrderLine, _ product: Product?, _ call: Call, status: HTTPResponse.Status = .ok
    ) -> Reply {
        var reply = Reply.json(status) { writer in
            writer.object { writer in
                writer.fields(of: line, call.selection(of: OrderLine.self))
                writer.write(product)
            }
        }
        reply.headers[.eTag] = EntityTag(Checksum.text(of: reply.bytes), isWeak: true).description
        return reply
    }
}

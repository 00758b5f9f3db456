import Domain
import HTTPTypes
import JSON
import Services

extension ProductEndpoints {
    private static let adjustment = Shape(
        "StockAdjustment",
        [
            .required(
                "delta", .whole(-1_000_000_000...1_000_000_000),
                "The pieces to add, or to take away if negative; not 0.", example: 24),
            .optional(
                "reason", .choice(StockReason.manual.map(\.rawValue)),
                "Why; receipt unless given, which only adds.", example: "receipt"),
            .optional("note", .string(.note), "A note.", example: "Delivery 118."),
        ])

    static let moves = Endpoint(
        .get, "/products/{id}/stock", .permitted(.listStockMoves),
        "A page of the product's stock ledger, the newest first unless sorted otherwise.", tag: .products,
        path: [number],
        query: ListParameters.all(of: StockMove.self, sorts: IDSort.allCases.map(\.rawValue))
            + Parameter.filters(of: StockMoveColumn.self),
        headers: [.preferCount, .ifNoneMatch], answers: [.page(StockMove.shape.selection)]
    ) { call in
        let list = try ListCall<StockMove>(call, defaultSort: "-id")
        let product = try await product(call)
        let filter = StockMoveFilter(
            product: product.id, conditions: call.query.conditions(of: StockMoveColumn.self))
        let request = list.request(filter, as: IDSort.self)
        let page = try await call.services.stock.moves(request, as: call.principal)
        return try await list.reply(
            page, count: { try await call.services.stock.count(filter, $0, as: call.principal) })
    }

    static let adjustStock = Endpoint(
        .post, "/products/{id}/stock", .permitted(.adjustStock), "Receives goods, or corrects the count.",
        tag: .products, path: [number], headers: [.preferChange], body: .json(adjustment),
        answers: [.changed(Product.shape, "The product with its new stock."), .minimal],
        refusals: [.insufficientStock]
    ) { call in
        let id: Identifier<Product> = try call.identifier()
        let change = try call.body.checked { body throws(InvalidInput) in
            try StockAdjustment(
                product: id, delta: body.integer("delta") ?? 0,
                reason: body.text("reason").flatMap(StockReason.init) ?? .receipt, note: body.text("note"))
        }
        return .row(try await call.services.stock.adjust(change, as: call.principal), call)
    }
}

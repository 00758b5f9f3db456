import Domain
import HTTPTypes
import JSON
import Services

/// What the shop sells, and its stock.
enum ProductEndpoints {
    static let all = [list, get, create, edit, adjustStock]

    private static let number = Parameter.id("The number of the product.", example: 42)

    private static let created = Shape(
        "NewProduct",
        [
            .required(
                "sku", .string(TextRule(1...64, pattern: TextPattern.sku)),
                "The code that no other product has in any case; without blanks, commas and stars.",
                example: "TEA-100"),
            .optional(
                "barcode", .string(TextRule(4...48, pattern: TextPattern.barcode)),
                "4 to 48 letters, digits or hyphens.",
                example: "4820000000017"),
            .required("name", .string(.line(1...200)), "The name.", example: "Чай чорний, 100 г"),
            .required("price", .money, "The price of one piece, 0.00 or more.", example: "12.50"),
            .optional(
                "stock", .whole(0...Int64(Stock.range.upperBound)), "The pieces on hand; 0 unless given.",
                example: 120),
        ])

    private static let adjustment = Shape(
        "StockAdjustment",
        [
            .required(
                "delta", .whole(-1_000_000_000...1_000_000_000),
                "The pieces to add, or to take away if negative; not 0.", example: 24),
            .optional(
                "reason", .choice(StockReason.manual.map(\.rawValue)), "Why; receipt unless given.",
                example: "receipt"),
            .optional("note", .string(.note), "A note.", example: "Delivery 118."),
        ])

    private static let list = Endpoint(
        .get, "/products", .permitted(.listProducts), "A page of products.", tag: .products,
        query: ListCall.parameters(sorts: ProductSort.allCases.map(\.rawValue)) + [
            Parameter("q", .text(maximum: 200), "Words that all stand in code, barcode or name."),
            Parameter("sku", .text(maximum: 64), "The code is this, in any case."),
            Parameter("includeArchived", .boolean, "Whether archived rows are shown as well."),
        ] + Parameter.range("price", .money, "The price")
            + Parameter.range("stock", .integer(-1...Int64(Stock.range.upperBound)), "The number of pieces"),
        answers: [.page(Product.shape)]
    ) { call in
        let list = try ListCall(call, defaultSort: "id")
        let price = call.query.range("price") { Parameter.money($0)?.minor }
        let stock = call.query.range("stock", Parameter.integer)
        let filter = ProductFilter(
            text: call.query.text("q"), sku: call.query.text("sku"), minimumPrice: price.lower.map(Money.init(minor:)),
            maximumPrice: price.upper.map(Money.init(minor:)), minimumStock: stock.lower.map(Int.init),
            maximumStock: stock.upper.map(Int.init), includesArchived: call.query.flag("includeArchived"))
        let request = list.request(filter, as: ProductSort.self)
        let page = try await call.services.products.list(request, as: call.principal)
        return list.reply(page) { $0.value($1) }
    }

    private static let get = Endpoint(
        .get, "/products/{id}", .permitted(.getProduct), "One product.", tag: .products, path: [number],
        answers: [.row(Product.shape, "The product.")]
    ) { call in
        let product = try await call.services.products.get(call.identifier(), as: call.principal)
        return .json { $0.value(product) }
    }

    private static let create = Endpoint(
        .post, "/products", .permitted(.createProduct), "Creates a product.", tag: .products, body: .json(created),
        answers: [.created(Product.shape, links: [Answer.Link("getProduct", "id", from: "id")])],
        refusals: [.skuTaken, .barcodeTaken]
    ) { call in
        let new = try call.body.checked { body throws(InvalidInput) in
            try NewProduct(
                sku: body.text("sku") ?? "", barcode: body.text("barcode"), name: body.text("name") ?? "",
                price: body.money("price")?.description ?? "", stock: body.integer("stock") ?? 0)
        }
        let product = try await call.services.products.create(new, as: call.principal)
        var reply = Reply.json(.created) { $0.value(product) }
        reply.headers[.location] = "/products/\(product.id)"
        return reply
    }

    private static let edit = Endpoint(
        .patch, "/products/{id}", .permitted(.editProduct),
        "Changes a product by a merge patch; its stock has its own address.", tag: .products, path: [number],
        body: .patch(created.patch("ProductPatch", without: ["stock"])),
        answers: [.row(Product.shape, "The product as edited.")], refusals: [.skuTaken, .barcodeTaken]
    ) { call in
        let id: Identifier<Product> = try call.identifier()
        let edit = try call.body.checked { body throws(InvalidInput) in
            try ProductEdit(
                sku: body.edit("sku"), barcode: body.optionalEdit("barcode"), name: body.edit("name"),
                price: body.moneyEdit("price"))
        }
        let product = try await call.services.products.edit(id, edit, as: call.principal)
        return .json { $0.value(product) }
    }

    private static let adjustStock = Endpoint(
        .post, "/products/{id}/stock", .permitted(.adjustStock), "Receives goods, or corrects the count.",
        tag: .products, path: [number], body: .json(adjustment),
        answers: [.row(Product.shape, "The product with its new stock.")], refusals: [.insufficientStock]
    ) { call in
        let id: Identifier<Product> = try call.identifier()
        let change = try call.body.checked { body throws(InvalidInput) in
            try StockAdjustment(
                product: id, delta: body.integer("delta") ?? 0,
                reason: body.text("reason").flatMap(StockReason.init) ?? .receipt, note: body.text("note"))
        }
        let product = try await call.services.stock.adjust(change, as: call.principal)
        return .json { $0.value(product) }
    }
}

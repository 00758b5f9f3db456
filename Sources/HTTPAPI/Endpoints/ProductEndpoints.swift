import Domain
import HTTPTypes
import JSON
import Services

/// What the shop sells, and its stock.
enum ProductEndpoints {
    static let all = [list, get, create, edit, adjustStock]

    private static let created = Shape(
        "NewProduct",
        [
            .required("sku", .text, "The code, 1 to 64 characters, that no other product has in any case."),
            .optional("barcode", .text, "4 to 48 letters, digits or hyphens."),
            .required("name", .text, "The name, 1 to 200 characters."),
            .required("price", .money, "The price of one piece, 0.00 or more."),
            .optional("stock", .integer, "The pieces on hand; 0 unless given."),
        ])

    private static let adjustment = Shape(
        "StockAdjustment",
        [
            .required("delta", .integer, "The pieces to add, or to take away if negative."),
            .optional("reason", .choice(StockReason.manual.map(\.rawValue)), "Why; receipt unless given."),
            .optional("note", .text, "A note of up to 2,000 characters."),
        ])

    private static let list = Endpoint(
        .get, "/products", .listProducts, "A page of products.",
        query: ListCall.parameters(sorts: ProductSort.allCases.map(\.rawValue)) + [
            Parameter("q", .text(maximum: 200), "Words that all stand in code, barcode or name."),
            Parameter("sku", .text(maximum: 64), "The code is this, in any case."),
            Parameter("includeArchived", .boolean, "Whether archived rows are shown as well."),
        ] + Parameter.range("price", .money, "The price")
            + Parameter.range("stock", .integer(-1...Int64(Stock.range.upperBound)), "The number of pieces")
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

    private static let get = Endpoint(.get, "/products/{id}", .getProduct, "One product.") { call in
        let product = try await call.services.products.get(call.identifier(), as: call.principal)
        return .json { $0.value(product) }
    }

    private static let create = Endpoint(
        .post, "/products", .createProduct, "Creates a product.", body: created
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
        .patch, "/products/{id}", .editProduct, "Changes a product by a merge patch; its stock has its own address.",
        body: created.patch("ProductPatch", without: ["stock"])
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
        .post, "/products/{id}/stock", .adjustStock, "Receives goods, or corrects the count.", body: adjustment
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

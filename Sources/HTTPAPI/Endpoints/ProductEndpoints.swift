import Domain
import HTTPTypes
import JSON
import Services

/// What the shop sells.
enum ProductEndpoints {
    static let all = [list, get, create, replace, edit, archive, restore, moves, adjustStock]

    static let number = Parameter.id("The number of the product.", example: 42)
    private static let selection = Product.shape.selection

    private static let created = Shape(
        "NewProduct",
        [
            .required(
                "sku", .string(TextRule(1...64, pattern: TextPattern.sku)),
                "The code that no other product has in any case; without blanks, commas and stars.",
                example: "TEA-100"),
            .optional(
                "barcode", .string(TextRule(4...48, pattern: TextPattern.barcode)),
                "4 to 48 letters, digits or hyphens.", example: "4820000000017"),
            .required("name", .string(.line(1...200)), "The name.", example: "Чай чорний, 100 г"),
            .required("price", .money, "The price of one piece, 0.00 or more.", example: "12.50"),
            .optional(
                "stock", .whole(0...Int64(Stock.range.upperBound)), "The pieces on hand; 0 unless given.",
                example: 120),
        ])

    private static let list = Endpoint(
        .get, "/products", .permitted(.listProducts), "A page of products.", tag: .products,
        query: ListParameters.all(of: Product.self, sorts: ProductSort.allCases.map(\.rawValue)) + [
            Parameter("q", .text(maximum: 200), "Words that all stand in code, barcode or name.", example: "чай"),
            ListParameters.includeArchived,
        ] + Parameter.filters(of: ProductColumn.self), headers: [.preferCount, .ifNoneMatch],
        answers: [.page(selection)]
    ) { call in
        let list = try ListCall<Product>(call, defaultSort: "id")
        let filter = ProductFilter(
            text: call.query.text("q"), includesArchived: call.query.flag("includeArchived"),
            conditions: call.query.conditions(of: ProductColumn.self))
        let request = list.request(filter, as: ProductSort.self)
        let page = try await call.services.products.list(request, as: call.principal)
        return try await list.reply(
            page, count: { try await call.services.products.count(filter, $0, as: call.principal) })
    }

    private static let get = Endpoint(
        .get, "/products/{id}", .permitted(.getProduct), "One product.", tag: .products, path: [number],
        query: [.fields(of: Product.self)], headers: [.ifNoneMatch],
        answers: [.tagged(selection, "The product.")], refusals: [.preconditionFailed]
    ) { call in
        .row(try await product(call), call)
    }

    private static let create = Endpoint(
        .post, "/products", .permitted(.createProduct), "Creates a product, or up to 1,000 of them: all or none.",
        tag: .products, headers: [.preferChange], body: .oneOrMany(created),
        answers: [.createdMany(Product.shape, links: [Answer.Link("getProduct", "id", from: "id")]), .minimal],
        refusals: [.skuTaken, .barcodeTaken, .malformedCSV]
    ) { call in
        let rows = try call.body.checkedRows(new)
        guard call.body.isMany else {
            let product = try await call.services.products.create(try call.body.checked(new), as: call.principal)
            return .created(product, at: "/products/\(product.id)", call)
        }
        do throws(RowRefusal) {
            return .created(try await call.services.products.create(rows, as: call.principal))
        } catch {
            throw error.problem
        }
    }

    private static func new(_ body: BodyObject) throws(InvalidInput) -> NewProduct {
        try NewProduct(
            sku: body.text("sku") ?? "", barcode: body.text("barcode"), name: body.text("name") ?? "",
            price: body.money("price")?.description ?? "", stock: body.integer("stock") ?? 0)
    }

    private static let replace = Endpoint(
        .put, "/products/{id}", .permitted(.editProduct),
        "Sets all that can be set of a product; its stock has its own address.", tag: .products,
        name: "replaceProduct", path: [number], headers: [.ifMatch, .preferChange],
        body: .json(Shape("ProductReplacement", created.fields.filter { $0.name != "stock" })),
        answers: [.changed(Product.shape, "The product as edited."), .minimal],
        refusals: [.skuTaken, .barcodeTaken, .preconditionFailed]
    ) { call in
        let edit = try call.body.checked { body throws(InvalidInput) in
            try ProductEdit(
                sku: .set(body.text("sku") ?? ""), barcode: .set(body.text("barcode")),
                name: .set(body.text("name") ?? ""), price: .set(body.money("price")?.description ?? ""))
        }
        return try await write(edit, call)
    }

    private static let edit = Endpoint(
        .patch, "/products/{id}", .permitted(.editProduct),
        "Changes a product by a merge patch; its stock has its own address.", tag: .products, path: [number],
        headers: [.ifMatch, .preferChange], body: .patch(created.patch("ProductPatch", without: ["stock"])),
        answers: [.changed(Product.shape, "The product as edited."), .minimal],
        refusals: [.skuTaken, .barcodeTaken, .preconditionFailed]
    ) { call in
        let edit = try call.body.checked { body throws(InvalidInput) in
            try ProductEdit(
                sku: body.edit("sku"), barcode: body.optionalEdit("barcode"), name: body.edit("name"),
                price: body.moneyEdit("price"))
        }
        return try await write(edit, call)
    }

    private static let archive = Endpoint(
        .delete, "/products/{id}", .permitted(.archiveProduct),
        "Takes a product out of sale; orders keep it, and so does the address.", tag: .products, path: [number],
        headers: [.ifMatch, .preferChange], answers: [Answer(.noContent, "The product is archived.")],
        refusals: [.preconditionFailed]
    ) { call in
        _ = try await call.expectedVersion { try await product(call) }
        _ = try await call.services.products.archive(call.identifier(), as: call.principal)
        return Reply(.noContent)
    }

    private static let restore = Endpoint(
        .post, "/products/{id}/restore", .permitted(.restoreProduct), "Puts an archived product back on sale.",
        tag: .products, path: [number], headers: [.preferChange],
        answers: [.changed(Product.shape, "The product."), .minimal]
    ) { call in
        .row(try await call.services.products.restore(call.identifier(), as: call.principal), call)
    }

    static func product(_ call: Call) async throws -> Product {
        try await call.services.products.get(call.identifier(), as: call.principal)
    }

    private static func write(_ edit: ProductEdit, _ call: Call) async throws -> Reply {
        let version = try await call.expectedVersion { try await product(call) }
        let id: Identifier<Product> = try call.identifier()
        return .row(try await call.services.products.edit(id, edit, version: version, as: call.principal), call)
    }
}

import Domain
import GraphQL
import Services

extension MutationRoot {
    private enum CreateProduct: Outcome {
        static let operation = OperationID.createProduct
        static let members: [any GraphQLObject.Type] = [
            Product.self, InvalidInputRefusal.self, AlreadyTakenRefusal.self,
        ]
    }

    private enum EditProduct: Outcome {
        static let operation = OperationID.editProduct
        static let members: [any GraphQLObject.Type] = [
            Product.self, InvalidInputRefusal.self, NotFoundRefusal.self, AlreadyTakenRefusal.self,
            VersionMismatchRefusal.self,
        ]
    }

    private enum ArchiveProduct: Outcome {
        static let operation = OperationID.archiveProduct
        static let members: [any GraphQLObject.Type] = [Product.self, NotFoundRefusal.self]
    }

    private enum RestoreProduct: Outcome {
        static let operation = OperationID.restoreProduct
        static let members: [any GraphQLObject.Type] = [Product.self, NotFoundRefusal.self, AlreadyTakenRefusal.self]
    }

    private enum AdjustStock: Outcome {
        static let operation = OperationID.adjustStock
        static let members: [any GraphQLObject.Type] = [
            Product.self, InvalidInputRefusal.self, NotFoundRefusal.self, InsufficientStockRefusal.self,
        ]
    }

    @FieldBuilder<MutationRoot, Caller> static var products: [Field<MutationRoot, Caller>] {
        Field("createProduct", Argument("input", NewProductInput.self), description: "Creates a product.") {
            _, caller, input in
            try await MutationResult<CreateProduct>(caller) {
                let new = try NewProduct(
                    sku: input.sku, barcode: input.barcode, name: input.name, price: input.price.description,
                    stock: input.stock)
                return try await caller.services.products.create(new, as: caller.principal)
            }
        }
        Field(
            "editProduct", Argument("id", Identifier<Product>.self), Argument("input", ProductPatch.self), version,
            description: "Changes fields of a product; its stock is changed by `adjustStock`."
        ) { _, caller, id, patch, version in
            try await MutationResult<EditProduct>(caller) {
                let edit = try patch.edit
                return try await caller.services.products.edit(id, edit, version: version, as: caller.principal)
            }
        }
        Field(
            "archiveProduct", Argument("id", Identifier<Product>.self),
            description: "Takes a product out of sale; orders keep it. Twice is once."
        ) { _, caller, id in
            try await MutationResult<ArchiveProduct>(caller) {
                try await caller.services.products.archive(id, as: caller.principal)
            }
        }
        Field(
            "restoreProduct", Argument("id", Identifier<Product>.self),
            description: "Puts an archived product back on sale. Twice is once."
        ) { _, caller, id in
            try await MutationResult<RestoreProduct>(caller) {
                try await caller.services.products.restore(id, as: caller.principal)
            }
        }
        Field(
            "adjustStock", Argument("productId", Identifier<Product>.self), Argument("delta", Int.self),
            Argument("reason", StockReason.self, default: "RECEIPT", description: "`RECEIPT` or `CORRECTION`."),
            Argument("note", String?.self), description: "Receives goods, or corrects the count."
        ) { _, caller, product, delta, reason, note in
            try await MutationResult<AdjustStock>(caller) {
                let change = try StockAdjustment(product: product, delta: delta, reason: reason, note: note)
                return try await caller.services.stock.adjust(change, as: caller.principal)
            }
        }
    }
}

/// A product to be created, as it was typed.
private struct NewProductInput: GraphQLInputObject {
    let sku: String
    let barcode: String?
    let name: String
    let price: Money
    let stock: Int

    static let graphQL = InputDefinition(
        "NewProductInput",
        Argument("sku", String.self, description: "The code, 1 to 64 characters, that no other product has."),
        Argument("barcode", String?.self, description: "4 to 48 letters, digits or hyphens."),
        Argument("name", String.self, description: "The name, 1 to 200 characters."),
        Argument("price", Money.self, description: "The price of one piece, 0.00 or more."),
        Argument("stock", Int.self, default: 0, description: "The pieces on hand."),
        description: "A product to be created."
    ) { NewProductInput(sku: $0, barcode: $1, name: $2, price: $3, stock: $4) }
}

/// Fields of a product to be changed, as they were typed.
private struct ProductPatch: GraphQLInputObject {
    let sku, barcode, name: Change<String>
    let price: Change<Money>

    static let graphQL = InputDefinition(
        "ProductPatch", Argument("sku", Change<String>.self), Argument("barcode", Change<String>.self),
        Argument("name", Change<String>.self), Argument("price", Change<Money>.self),
        description: "Fields of a product to be changed; null empties one."
    ) { ProductPatch(sku: $0, barcode: $1, name: $2, price: $3) }

    var edit: ProductEdit {
        get throws(InvalidInput) {
            let price: Edit<String> =
                switch self.price {
                case .unchanged: .keep
                case .removed: .set("")
                case .set(let money): .set(money.description)
                }
            return try ProductEdit(sku: sku.edit, barcode: barcode.optionalEdit, name: name.edit, price: price)
        }
    }
}

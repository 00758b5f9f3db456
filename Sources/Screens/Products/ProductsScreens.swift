import Domain

/// The screens about products, ready made.
enum ProductsScreens {
    /// The list, with `typed` in its filter line.
    static func list(
        _ format: Format, typed: String = "", order: ListOrder<ProductSort>? = nil
    ) -> ListScreen<ProductRows> {
        ListScreen(ProductRows(format: format), filter: ProductFilter(), format: format, typed: typed, order: order)
    }

    static func detail(_ product: Product, _ format: Format) -> DetailScreen<ProductSubject> {
        DetailScreen(ProductSubject(product: product, format: format), format: format)
    }

    /// The screen of a product of which no more than number and code are known yet.
    static func detail(_ id: Identifier<Product>, name: String, _ format: Format) -> DetailScreen<ProductSubject> {
        DetailScreen(ProductSubject(id: id, name: name, format: format), format: format)
    }

    /// The ledger of all products.
    static func ledger(_ format: Format) -> ListScreen<MoveRows> {
        ListScreen(MoveRows(format: format), filter: StockMoveFilter(), format: format)
    }

    /// The form of a new product, or of one to be changed.
    static func form(_ product: Product?, _ format: Format) -> FormScreen<ProductForm> {
        FormScreen(ProductForm(original: product, format: format))
    }

    static func change(_ product: Product, _ action: Action, _ format: Format) -> [Step] {
        switch action {
        case .edit: [.open(form(product, format))]
        case .archive: [.ask(.change(.setProductArchived(product.id, product.archivedAt == nil)), .write)]
        case .receiveStock: [.open(FormScreen(StockForm(product: product, format: format)))]
        default: []
        }
    }
}

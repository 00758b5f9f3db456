import Domain
import TerminalUI
import Wording

/// A product with the moves of its stock, the latest first.
struct ProductSubject: DetailSubject {
    let id: Identifier<Product>
    /// What it is called as long as it has not been read.
    private let name: String
    /// `nil` until it has been read, where the screen was opened by the number alone.
    private(set) var product: Product?
    let format: Format

    static let scopes: [Scope] = [.product, .record, .moving, .screen]

    init(product: Product, format: Format) {
        (id, name, self.product, self.format) = (product.id, product.sku, product, format)
    }

    init(id: Identifier<Product>, name: String, format: Format) {
        (self.id, self.name, self.format) = (id, name, format)
    }

    var crumb: Phrase { Phrase(verbatim: product?.sku ?? name) }
    var rows: MoveRows { MoveRows(format: format, isOfOneProduct: true) }
    var filter: StockMoveFilter { StockMoveFilter(product: id) }
    var query: Query { .product(id) }

    var facts: [DetailFact] {
        guard let product else { return [DetailFact("Code", name, role: .title)] }
        let stock = format.stock(product)
        return [
            DetailFact("Name", product.name, role: .title), DetailFact("Code", product.sku),
            DetailFact("Price", format.money(product.price), role: .money),
            DetailFact(
                "Stock", phrase: product.archivedAt == nil ? stock : "\(stock), archived",
                role: product.stock == 0 ? .warning : .text),
            DetailFact("Barcode", product.barcode ?? "-"), DetailFact("No.", product.id.description),
            DetailFact("Since", format.dateTime(product.createdAt)),
            DetailFact("Changed", format.dateTime(product.updatedAt)),
        ]
    }

    mutating func take(_ record: Record) {
        if case .product(let product) = record, product.id == id { self.product = product }
    }

    func refusal(of action: Action) -> Phrase? {
        let needsRecord = [Action.edit, .archive, .receiveStock].contains(action)
        return needsRecord && product == nil ? "The product is not loaded yet." : nil
    }

    func perform(_ action: Action) -> [Step]? {
        switch action {
        case .edit, .archive, .receiveStock: product.map { ProductsScreens.change($0, action, format) }
        default: nil
        }
    }
}

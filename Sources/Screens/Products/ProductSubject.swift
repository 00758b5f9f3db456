import Domain
import TerminalUI
import Wording

/// A product with the moves of its stock, the latest first.
struct ProductSubject: DetailSubject {
    private(set) var product: Product
    let format: Format

    static let scopes: [Scope] = [.product, .record, .moving, .screen]

    init(product: Product, format: Format) { (self.product, self.format) = (product, format) }

    var crumb: Phrase { Phrase(verbatim: product.sku) }
    var rows: MoveRows { MoveRows(format: format) }
    var filter: StockMoveFilter { StockMoveFilter(product: product.id) }
    var query: Query { .product(product.id) }

    var facts: [DetailFact] {
        let stock = format.count(product.stock)
        return [
            DetailFact("Name", product.name, role: .title), DetailFact("Code", product.sku),
            DetailFact("Price", format.money(product.price), role: .money),
            DetailFact(
                "Stock", phrase: product.archivedAt == nil ? Phrase(verbatim: stock) : "\(stock), archived",
                role: product.stock == 0 ? .warning : .text),
            DetailFact("Barcode", product.barcode ?? "-"), DetailFact("No.", product.id.description),
            DetailFact("Since", format.dateTime(product.createdAt)),
            DetailFact("Changed", format.dateTime(product.updatedAt)),
        ]
    }

    mutating func take(_ record: Record) {
        if case .product(let product) = record, product.id == self.product.id { self.product = product }
    }

    func perform(_ action: Action) -> [Step]? {
        switch action {
        case .edit, .archive, .receiveStock: ProductsScreens.change(product, action, format)
        default: nil
        }
    }
}

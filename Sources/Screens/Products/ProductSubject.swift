import Domain
import TerminalUI
import Wording

/// A product with the moves of its stock, the latest first.
struct ProductSubject: DetailSubject {
    private(set) var product: Product
    let format: Format

    static let commands = CommandTable<Action>(
        [
            Command(
                .receiveStock, "Receive goods, or correct the count", keys: "+ f9", hint: "Stock", group: "Product"),
            Command(.edit, "Edit the product", keys: "f2 e 2", hint: "Edit", group: "Product"),
            Command(.open, "Open the order of this move", keys: "enter 5", hint: "Order", group: "Product"),
            Command(.archive, "Archive the product, or take it back", keys: "x delete 4", group: "Product"),
            Command(.refresh, "Read the rows anew", keys: "f5 r", group: "Product"),
            Command(.reverse, "Turn the sort round", keys: "S", group: "Product"),
        ] + GlobalCommands.turning + GlobalCommands.moving + GlobalCommands.leaving)

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

import Domain
import Services
import TerminalUI
import Wording

/// Products as rows.
struct ProductRows: ListRows {
    typealias Item = Product
    typealias Filter = ProductFilter
    typealias Field = ProductField
    typealias Sort = ProductSort

    let format: Format

    static let scopes: [Scope] = [.products, .list, .moving, .screen]

    var crumb: Phrase { "Products" }
    var listName: ListName? { .products }
    var sort: (ProductSort, isDescending: Bool) { (.sku, false) }
    var entity: Changes.Entity? { .product }
    var emptyText: Phrase { "No products yet. F6 adds one." }

    var columnSets: [Phrase] { ["usual", "codes", "history"] }

    var columns: [ListColumn<ProductSort>] {
        [
            ListColumn("No.", .fixed(7), align: .right, rank: 5, sort: .id, sets: [0, 1, 2]),
            ListColumn(
                "Code", .flexible(minimum: 10, weight: 1), sort: .sku, sets: [0, 1, 2],
                search: .words(field: "code")),
            ListColumn(
                "Name", .flexible(minimum: 14, weight: 4), sort: .name, sets: [0, 1, 2],
                search: .words(field: "name")),
            ListColumn(
                "Barcode", .fixed(13), rank: 3, sort: .barcode, sets: [0, 1],
                search: .words(field: "barcode")),
            ListColumn(
                "Price \(format.currencySign)", .fixed(12), align: .right, rank: 2, sort: .price),
            ListColumn("Stock", .fixed(9), align: .right, sort: .stock, sets: [0, 2]),
            ListColumn("Since", .fixed(10), rank: 4, sort: .createdAt, sets: [0, 2]),
            ListColumn("Changed", .fixed(16), rank: 3, sets: [2]),
        ]
    }

    func cells(_ product: Product) -> [TableCell] {
        let role: CellRole = product.archivedAt == nil ? .text : .dim
        let stock: Phrase = product.archivedAt == nil ? format.stock(product) : "archived"
        return [
            TableCell(product.id.description, role: .dim), TableCell(product.sku, role: role),
            TableCell(product.name, role: role), TableCell(product.barcode ?? "", role: .dim),
            TableCell(format.amount(product.price), role: role == .dim ? .dim : .money),
            TableCell(phrase: stock, role: product.stock == 0 && role != .dim ? .warning : role),
            TableCell(format.date(product.createdAt), role: .dim),
            TableCell(format.dateTime(product.updatedAt), role: .dim),
        ]
    }

    func id(_ product: Product) -> Int64 { product.id.value }

    func keyset(_ product: Product, _ sort: ProductSort) -> Keyset {
        switch sort {
        case .id: Keyset(product.id.value, product.id.value)
        case .sku: Keyset(product.sku, product.id.value)
        case .barcode: Keyset(product.barcode ?? "", product.id.value)
        case .name: Keyset(product.name, product.id.value)
        case .price: Keyset(product.price, product.id.value)
        case .stock: Keyset(Int64(product.stock), product.id.value)
        case .createdAt: Keyset(product.createdAt, product.id.value)
        }
    }

    func jumpKind(_ sort: ProductSort) -> JumpKind? {
        switch sort {
        case .id, .stock: .number
        case .sku, .barcode, .name: .text
        case .price: .money
        case .createdAt: .day
        }
    }

    func query(_ request: ProductListRequest) -> Query { .products(request) }
    func export(_ request: ProductListRequest) -> ExportRequest? { .products(request) }
    func copied(_ product: Product) -> String { product.sku }

    func aside(_ product: Product) -> AsideSubject? { .product(product.id) }
    func asideLines(_ product: Product) -> [AsideLine] { AsideLines(format: format).lines(product) }

    func page(_ reply: Reply) -> Page<Product>? {
        if case .products(let page) = reply { page } else { nil }
    }

    func item(_ record: Record) -> Product? {
        if case .product(let product) = record { product } else { nil }
    }

    func belongs(_ product: Product, _ filter: ProductFilter) -> Bool {
        filter.text == nil && filter.terms.isEmpty
    }

    func mayBelong(_ product: Product, _ filter: ProductFilter) -> Bool {
        let isArchived = product.archivedAt != nil
        if isArchived && !filter.includesArchived && !filter.terms.mention(.archived) { return false }
        if let least = filter.minimumStock, product.stock < least { return false }
        let search = SearchText.fold(product.sku, product.barcode, product.name)
        return filter.terms.mayHold(search: search) { field in
            switch field {
            case .code: .code(product.sku)
            case .barcode: .code(product.barcode)
            case .name: .text(product.name)
            case .price: .money(product.price)
            case .stock: .number(Int64(product.stock))
            case .archived: .choice(isArchived ? "yes" : "no")
            case .created: .moment(product.createdAt)
            }
        }
    }

    func terms(_ filter: ProductFilter) -> FilterTerms<ProductField> { filter.terms }

    func filter(_ text: String, in filter: inout ProductFilter) -> [FilterMistake] {
        let parsed = ParsedFilter<ProductField>(text, calendar: format.calendar)
        filter.terms = parsed.terms
        return parsed.mistakes
    }

    func narrow(_ filter: inout ProductFilter) -> Bool {
        switch (filter.minimumStock, filter.includesArchived) {
        case (nil, false): filter.minimumStock = 1
        case (_?, _): (filter.minimumStock, filter.includesArchived) = (nil, true)
        case (nil, true): filter.includesArchived = false
        }
        return true
    }

    func describe(_ filter: ProductFilter) -> Phrase {
        if filter.includesArchived { return "archived ones too" }
        return filter.minimumStock == nil ? "" : "in stock only"
    }

    func detail(_ product: Product) -> (any Screen)? { ProductsScreens.detail(product, format) }

    func refusal(of action: Action, on product: Product?) -> Phrase? {
        let needsRow = [Action.edit, .archive, .receiveStock].contains(action)
        return needsRow && product == nil ? "No product is selected." : nil
    }

    func name(_ product: Product) -> Phrase { Phrase(verbatim: "\(product.sku)  \(product.name)") }

    func bulk(_ action: Action, _ count: Int) -> BulkQuestion? {
        guard action == .archive else { return nil }
        return BulkQuestion(
            text: "Archive \(count: count, "product", "products"), or take back those that are archived?",
            title: "Archiving", isIrreversible: false)
    }

    func change(_ action: Action, _ product: Product) -> BulkStep {
        .change(.setProductArchived(product.id, product.archivedAt == nil))
    }

    func perform(_ action: Action, on product: Product?) -> [Step]? {
        switch action {
        case .create: return [.open(ProductsScreens.form(nil, format))]
        case .edit, .archive, .receiveStock:
            return product.map { ProductsScreens.change($0, action, format) }
        default: return nil
        }
    }
}

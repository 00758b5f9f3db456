import Domain
import Services
import TerminalUI
import Wording

/// The stock ledger as rows: of one product, or of all.
struct MoveRows: ListRows {
    typealias Item = StockMove
    typealias Filter = StockMoveFilter
    typealias Field = StockMoveField
    typealias Sort = IDSort

    let format: Format
    /// Whether the product needs no column because all moves are its own.
    var isOfOneProduct = false

    static let scopes: [Scope] = [.ledger, .list, .moving, .screen]

    var crumb: Phrase { "Stock moves" }
    var listName: ListName? { isOfOneProduct ? nil : .moves }
    var sort: (IDSort, isDescending: Bool) { (.id, true) }
    var emptyText: Phrase { isOfOneProduct ? "Nothing has moved yet. + receives goods." : "Nothing has moved yet." }

    var columns: [ListColumn<IDSort>] {
        let product: [ListColumn<IDSort>] = [
            ListColumn("Code", .flexible(minimum: 10, weight: 1), search: .words(field: "product")),
            ListColumn("Product", .flexible(minimum: 12, weight: 2), rank: 3, search: .words()),
        ]
        return [ListColumn("When", .fixed(16), sort: .id)] + (isOfOneProduct ? [] : product) + [
            ListColumn("Change", .fixed(10), align: .right),
            ListColumn("Reason", .fixed(11)),
            ListColumn("Order", .fixed(10), align: .right, rank: 1),
            ListColumn("By", .flexible(minimum: 8), rank: 4, search: .field("actor")),
            ListColumn("Note", .flexible(minimum: 8), rank: 2),
        ]
    }

    func cells(_ move: StockMove) -> [TableCell] {
        [TableCell(format.dateTime(move.at))]
            + (isOfOneProduct ? [] : [TableCell(move.sku), TableCell(move.name)]) + [
                TableCell(format.change(move.delta), role: move.delta < 0 ? .text : .ok),
                TableCell(phrase: move.reason.title), TableCell(move.order?.description ?? "", role: .dim),
                TableCell(move.actorName ?? "", role: .dim), TableCell(move.note ?? "", role: .dim),
            ]
    }

    func id(_ move: StockMove) -> Int64 { move.id }
    func keyset(_ move: StockMove, _ sort: IDSort) -> Keyset { Keyset(move.id, move.id) }
    func jumpKind(_ sort: IDSort) -> JumpKind? { .log }

    func filter(_ filter: StockMoveFilter, within days: FilterRange<CivilDay>) -> StockMoveFilter? {
        var narrowed = filter
        let test = FilterTest.date([days], offsetSeconds: format.utcOffsetSeconds)
        narrowed.terms.terms.append(FilterTerm(.field(.at, test)))
        return narrowed
    }

    func query(_ request: StockMoveListRequest) -> Query { .moves(request) }
    func export(_ request: StockMoveListRequest) -> ExportRequest? { .moves(request) }
    func copied(_ move: StockMove) -> String { move.sku }

    func aside(_ move: StockMove) -> AsideSubject? { move.order.map { .order($0) } ?? .product(move.product) }

    func page(_ reply: Reply) -> Page<StockMove>? {
        if case .moves(let page) = reply { page } else { nil }
    }

    func terms(_ filter: StockMoveFilter) -> FilterTerms<StockMoveField> { filter.terms }

    func filter(_ text: String, in filter: inout StockMoveFilter) -> [FilterMistake] {
        let parsed = ParsedFilter<StockMoveField>(text, calendar: format.calendar)
        filter.terms = parsed.terms
        return parsed.mistakes
    }

    func name(_ move: StockMove) -> Phrase { Phrase(verbatim: "\(move.sku)  \(format.change(move.delta))") }

    /// The order that moved the goods, or else the product.
    func detail(_ move: StockMove) -> (any Screen)? {
        if let order = move.order { return OrdersScreens.detail(order, format) }
        return isOfOneProduct ? nil : ProductsScreens.detail(move.product, name: move.sku, format)
    }
}

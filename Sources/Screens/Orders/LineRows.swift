import Domain
import TerminalUI
import Wording

/// The lines of one order as rows.
struct LineRows: ListRows {
    typealias Item = OrderLine
    typealias Filter = OrderLineFilter
    typealias Sort = IDSort

    let format: Format

    static let scopes: [Scope] = [.moving, .screen]

    var crumb: Phrase { "Lines" }
    var sort: (IDSort, isDescending: Bool) { (.id, false) }
    var emptyText: Phrase { "This order has no lines." }

    var columns: [ListColumn<IDSort>] {
        [
            ListColumn("Code", .flexible(minimum: 10, weight: 1), rank: 1),
            ListColumn("Product", .flexible(minimum: 12, weight: 3)),
            ListColumn("Qty", .fixed(7), align: .right),
            ListColumn("Price \(format.currencySign)", .fixed(12), align: .right, rank: 2),
            ListColumn("Off %", .fixed(5), align: .right, rank: 3),
            ListColumn("Sum \(format.currencySign)", .fixed(13), align: .right),
        ]
    }

    func cells(_ line: OrderLine) -> [TableCell] {
        [
            TableCell(line.sku), TableCell(line.name), TableCell(format.count(line.quantity)),
            TableCell(format.amount(line.price), role: .money),
            TableCell(line.discount == .zero ? "" : format.number(line.discount)),
            TableCell(format.amount(line.total), role: .money),
        ]
    }

    func id(_ line: OrderLine) -> Int64 { line.id.value }
    func keyset(_ line: OrderLine, _ sort: IDSort) -> Keyset { Keyset(line.id.value, line.id.value) }
    func query(_ request: OrderLineListRequest) -> Query { .lines(request) }

    func page(_ reply: Reply) -> Page<OrderLine>? {
        if case .lines(let page) = reply { page } else { nil }
    }
}

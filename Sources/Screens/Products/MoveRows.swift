import Domain
import TerminalUI
import Wording

/// The stock ledger of one product as rows.
struct MoveRows: ListRows {
    typealias Item = StockMove
    typealias Filter = StockMoveFilter
    typealias Sort = IDSort

    let format: Format

    static let scopes: [Scope] = [.moving, .screen]

    var crumb: Phrase { "Stock moves" }
    var sort: (IDSort, isDescending: Bool) { (.id, true) }
    var emptyText: Phrase { "Nothing has moved yet. + receives goods." }

    func columns(_ sort: IDSort, isDescending: Bool) -> [Column] {
        [
            Column("When", .fixed(16), sort: isDescending ? .down : .up),
            Column("Change", .fixed(10), align: .right),
            Column("Reason", .fixed(11)),
            Column("Order", .fixed(10), align: .right, rank: 1),
            Column("Note", .flexible(minimum: 8), rank: 2),
        ]
    }

    func cells(_ move: StockMove) -> [TableCell] {
        [
            TableCell(format.dateTime(move.at)), TableCell(format.change(move.delta)),
            TableCell(phrase: move.reason.title), TableCell(move.order?.description ?? "", role: .dim),
            TableCell(move.note ?? "", role: .dim),
        ]
    }

    func id(_ move: StockMove) -> Int64 { move.id }
    func keyset(_ move: StockMove, _ sort: IDSort) -> Keyset { Keyset(move.id, move.id) }
    func query(_ request: StockMoveListRequest) -> Query { .moves(request) }

    func page(_ reply: Reply) -> Page<StockMove>? {
        if case .moves(let page) = reply { page } else { nil }
    }

    func detail(_ move: StockMove) -> (any Screen)? {
        move.order.map { OrdersScreens.detail($0, format) }
    }
}

import TerminalUI
import Wording

/// Where the parts of order entry stand in an area of any size; parts that find no room are empty.
struct EntryLayout {
    let customer: Rect
    let topRule: Rect
    let header: Rect
    /// The lines, the line field and its suggestions.
    let body: Rect
    let bottomRule: Rect
    let totals: Rect
    /// The note, and when the draft was saved.
    let foot: Rect

    /// In very low areas the part in focus is what remains.
    init(_ area: Rect, focus: OrderEntryScreen.Focus) {
        let none = Rect(x: area.x, y: area.y, width: 0, height: 0)
        let isAlone = area.height == 1
        let showsCustomer = !isAlone || focus == .customer
        let showsTotals = area.height > 2 || focus == .totals
        var rest = area
        (customer, rest) = rest.split(top: showsCustomer ? 1 : 0)
        (rest, foot) = rest.split(bottom: area.height >= 10 ? 1 : 0)
        (rest, totals) = rest.split(bottom: showsTotals ? 1 : 0)
        let hasRules = area.height >= 12
        (topRule, rest) = hasRules ? rest.split(top: 1) : (none, rest)
        (rest, bottomRule) = hasRules ? rest.split(bottom: 1) : (rest, none)
        (header, body) = rest.split(top: area.height >= 5 ? 1 : 0)
    }

    /// The columns of the lines in `width` cells; `money` is the width of the largest amount.
    ///
    /// Discounts have a column where a line has one.
    static func table(width: Int, money: Int, hasDiscounts: Bool) -> TableLayout {
        let isWide = width >= 76
        let isMedium = width >= 50
        let amount = max(isWide ? 10 : 9, money)
        let discount = hasDiscounts ? [Column("Off %", .fixed(5), align: .right, rank: isMedium ? 2 : 6)] : []
        return TableLayout(
            [
                Column("#", .fixed(4), align: .right, rank: isWide ? 1 : 9),
                Column("Code", .fixed(isWide ? 12 : 8), rank: isMedium ? 1 : 9),
                Column("Product", .flexible(minimum: isMedium ? 14 : 10)),
                Column("Qty", .fixed(isWide ? 7 : 5), align: .right),
            ] + discount + [
                Column("Price", .fixed(amount), align: .right, rank: isMedium ? 2 : 8),
                Column("Sum", .fixed(amount), align: .right, rank: 1),
                Column("Stock", .fixed(isWide ? 7 : 6), align: .right, rank: isMedium ? 1 : 7),
            ], width: width, gap: 1)
    }

    /// The places of columns in ``table(width:money:hasDiscounts:)``.
    enum Cells {
        static let code = 1
        static let product = 2
        static let quantity = 3
    }

    /// Rows kept free below the line field for suggestions, so that it does not move when they come.
    static func reserve(_ body: Rect) -> Int {
        switch body.height {
        case ..<3: 0
        case 3..<6: 1
        case 6..<11: 2
        default: 4
        }
    }

    /// Where the line field begins; very narrow areas have no room for the signs before it.
    static func entryStart(_ area: Rect) -> Int { area.x + (area.width >= 12 ? TableLayout.gutter : 0) }

    /// The width of the line field; narrow areas give it all, and suggestions stand below it.
    static func entryWidth(_ area: Rect) -> Int {
        area.width >= 76 ? 24 : area.width >= 50 ? 18 : area.maxX - entryStart(area)
    }
}

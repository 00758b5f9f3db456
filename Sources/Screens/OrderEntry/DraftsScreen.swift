import Domain
import TerminalUI
import Wording

/// The drafts of one operator: those that are open here, and those of the journal that nobody has open.
struct DraftsScreen: Screen {
    private let format: Format
    private let current: IdempotencyKey
    private let open: [DraftOffer]
    private var kept: [DraftOffer]
    private var selected = 0
    private var viewport = Viewport()
    private var discarded: Set<IdempotencyKey> = []
    /// Whose answer is awaited.
    private let ticket = UInt64.random(in: 0..<1 << 48)

    /// Shows the drafts of a tray, the one on the screen selected.
    init(_ tray: EntryTray, format: Format) {
        (self.format, current) = (format, tray.current.draft.key)
        open = tray.drafts.filter(\.isOpen)
        kept = tray.drafts.filter { !$0.isOpen }
        selected = open.firstIndex { $0.key == current } ?? 0
    }

    static let scopes: [Scope] = [.drafts, .moving, .screen]

    var crumb: Phrase { "Drafts" }
    var scopes: [Scope] { Self.scopes }

    private var rows: [DraftOffer] { (open + kept).filter { !discarded.contains($0.key) } }
    private var choice: DraftOffer? { rows.indices.contains(selected) ? rows[selected] : nil }

    func refusal(of action: Action) -> Phrase? {
        switch action {
        case .open: choice == nil ? "There is no draft." : nil
        case .entry(.discardDraft):
            choice.map { offer in
                offer.draft.isInFlight ? "This order may have been placed: Enter continues and asks." : nil
            } ?? "There is no draft."
        case .create: EntryTray.fullness(rows.count)
        default: nil
        }
    }

    mutating func start() -> [Step] { [.work(.loadDrafts(ticket: ticket))] }

    mutating func resize(_ size: Size) { follow(size.height) }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .down: move(1)
        case .up: move(-1)
        case .pageDown: move(10)
        case .pageUp: move(-10)
        case .first: move(-rows.count)
        case .last: move(rows.count)
        case .open: return choice.map { [.passDown(.draftChosen($0.key)), .close] }
        case .create: return [.passDown(.draftWanted), .close]
        case .entry(.discardDraft):
            return choice.map { offer in
                let message = OrderEntryMessage.draftDiscarded(offer.key)
                return [.confirm(offer.draft.discardQuestion, [.passDown(message), .hear(message)])]
            }
        default: return nil
        }
        return []
    }

    mutating func receive(_ message: OrderEntryMessage) -> [Step] {
        switch message {
        case .drafts(ticket, let drafts, _):
            let key = choice?.key
            kept = drafts.map(DraftOffer.init)
            selected = rows.firstIndex { $0.key == key } ?? min(selected, max(0, rows.count - 1))
            return [.passDown(message)]
        case .draftDiscarded(let key):
            discarded.insert(key)
            move(0)
            return rows.isEmpty ? [.close] : []
        default: return []
        }
    }

    private mutating func move(_ step: Int) { selected = min(max(0, selected + step), max(0, rows.count - 1)) }

    private mutating func follow(_ height: Int) {
        viewport.follow(selected, height: max(0, height - 1), count: rows.count)
    }

    func view(in area: Rect, on canvas: inout Canvas) {
        guard !area.isEmpty else { return }
        let table = TableLayout(
            [
                Column("#", .fixed(3), align: .right, rank: 2),
                Column("Customer", .flexible(minimum: 20)),
                Column("Lines", .fixed(6), align: .right, rank: 1),
                Column("Total \(format.currencySign)", .fixed(12), align: .right),
                Column("Saved", .fixed(16), rank: 4),
                Column("State", .fixed(18), rank: 3),
            ], width: area.width)
        table.drawHeader(on: &canvas, x: area.x, y: area.y)
        let (rows, height) = (rows, area.height - 1)
        for (row, index) in viewport.visible(height: height, count: rows.count).enumerated() {
            let y = area.y + 1 + row
            table.drawRow(
                cells(rows[index], index + 1), on: &canvas, x: area.x, y: y, isSelected: index == selected,
                isMarked: rows[index].key == current)
            if index == selected { canvas.cursor = Point(x: area.x, y: y) }
        }
    }

    private func cells(_ offer: DraftOffer, _ number: Int) -> [TableCell] {
        let draft = offer.draft
        let state: Phrase = draft.isInFlight ? "sent, not answered" : offer.isOpen ? "open here" : ""
        return [
            TableCell("\(number)", role: .dim),
            draft.customer.map { TableCell($0.name) } ?? TableCell(phrase: "no customer yet", role: .dim),
            TableCell(format.count(draft.lines.count)), TableCell(format.amount(draft.lines.total), role: .money),
            TableCell(offer.savedAt.map(format.dateTime) ?? "", role: .dim),
            TableCell(phrase: state, role: draft.isInFlight ? .warning : .dim),
        ]
    }
}

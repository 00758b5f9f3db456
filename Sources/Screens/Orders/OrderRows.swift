import Domain
import Services
import TerminalUI
import Wording

/// Orders as rows.
struct OrderRows: ListRows {
    typealias Item = OrderSummary
    typealias Filter = OrderFilter
    typealias Field = OrderField
    typealias Sort = OrderSort

    let format: Format
    /// Whether the customer needs no column because all orders are theirs.
    var isOfOneCustomer = false

    static let scopes: [Scope] = [.orders, .list, .moving, .screen]

    var crumb: Phrase { "Orders" }
    var listName: ListName? { isOfOneCustomer ? nil : .orders }
    var sort: (OrderSort, isDescending: Bool) { (.createdAt, true) }
    var entity: Changes.Entity? { .order }
    var emptyText: Phrase { "No orders yet. F6 takes one." }

    var columnSets: [Phrase] { ["usual", "notes", "changes"] }

    var columns: [ListColumn<OrderSort>] {
        let customer = ListColumn<OrderSort>(
            "Customer", .flexible(minimum: 12, weight: 1), sets: [0, 1, 2],
            search: .words(field: "customer"))
        return [
            ListColumn(
                "No.", .fixed(8), align: .right, sort: .id, sets: [0, 1, 2], search: .words(.number)),
            ListColumn("Placed", .fixed(16), rank: 2, sort: .createdAt),
        ] + (isOfOneCustomer ? [] : [customer]) + [
            ListColumn("Note", .flexible(minimum: 14, weight: 2), sets: [1], search: .field("note")),
            ListColumn("Lines", .fixed(5), align: .right, rank: 3),
            ListColumn(
                "Total \(format.currencySign)", .fixed(13), align: .right, sort: .total, sets: [0, 1, 2]),
            ListColumn("Changed", .fixed(16), rank: 4, sets: [2]),
            ListColumn("Status", .fixed(9), rank: 1, sets: [0, 1, 2]),
        ]
    }

    func cells(_ order: OrderSummary) -> [TableCell] {
        let role: CellRole = order.status == .cancelled ? .dim : .text
        return [
            TableCell(order.id.description, role: role),
            TableCell(format.dateTime(order.createdAt), role: .dim),
        ] + (isOfOneCustomer ? [] : [TableCell(order.customer, role: role)]) + [
            TableCell(order.note ?? "", role: .dim), TableCell(format.count(order.lineCount), role: role),
            TableCell(format.amount(order.total), role: role == .dim ? .dim : .money),
            TableCell(format.dateTime(order.updatedAt), role: .dim),
            TableCell(phrase: order.status.title, role: OrdersScreens.role(order.status)),
        ]
    }

    func id(_ order: OrderSummary) -> Int64 { order.id.value }

    func keyset(_ order: OrderSummary, _ sort: OrderSort) -> Keyset {
        switch sort {
        case .id: Keyset(order.id.value, order.id.value)
        case .createdAt: Keyset(order.createdAt, order.id.value)
        case .total: Keyset(order.total, order.id.value)
        }
    }

    func jumpKind(_ sort: OrderSort) -> JumpKind? {
        switch sort {
        case .id: .number
        case .createdAt: .day
        case .total: .money
        }
    }

    func query(_ request: OrderListRequest) -> Query { .orders(request) }
    func export(_ request: OrderListRequest) -> ExportRequest? { .orders(request) }

    func aside(_ order: OrderSummary) -> AsideSubject? { .order(order.id) }
    func asideLines(_ order: OrderSummary) -> [AsideLine] { AsideLines(format: format).lines(order) }

    func page(_ reply: Reply) -> Page<OrderSummary>? {
        if case .orders(let page) = reply { page } else { nil }
    }

    func item(_ record: Record) -> OrderSummary? {
        if case .order(let order) = record { order } else { nil }
    }

    func belongs(_ order: OrderSummary, _ filter: OrderFilter) -> Bool {
        filter.text == nil && filter.terms.isEmpty && (filter.user == nil || filter.user == order.user)
            && (filter.statuses.isEmpty || filter.statuses.contains(order.status))
    }

    func mayBelong(_ order: OrderSummary, _ filter: OrderFilter) -> Bool {
        guard filter.statuses.isEmpty || filter.statuses.contains(order.status) else { return false }
        // Words may be the order's number or stand with its customer.
        return filter.terms.mayHold(search: nil) { field in
            switch field {
            case .number: .number(order.id.value)
            case .customer: .text(order.customer)
            case .status: .choice(order.status.rawValue)
            case .total: .money(order.total)
            case .lines: .number(Int64(order.lineCount))
            case .note: .text(order.note)
            case .created: .moment(order.createdAt)
            case .product: nil
            }
        }
    }

    func terms(_ filter: OrderFilter) -> FilterTerms<OrderField> { filter.terms }

    func filter(_ text: String, in filter: inout OrderFilter) -> [FilterMistake] {
        let parsed = ParsedFilter<OrderField>(text, calendar: format.calendar)
        filter.terms = parsed.terms
        return parsed.mistakes
    }

    /// All orders, then those of each state.
    func narrow(_ filter: inout OrderFilter) -> Bool {
        let all = OrderStatus.allCases
        let next = filter.statuses.first.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        filter.statuses = next < all.count ? [all[next]] : []
        return true
    }

    func describe(_ filter: OrderFilter) -> Phrase {
        filter.statuses.first.map { "\($0.title) only" } ?? ""
    }

    func detail(_ order: OrderSummary) -> (any Screen)? { OrdersScreens.detail(order, format) }

    func refusal(of action: Action, on order: OrderSummary?) -> Phrase? {
        if action == .receipt { return order == nil ? "No order is selected." : nil }
        guard OrdersScreens.status(after: action) != nil else { return nil }
        return order.map { OrdersScreens.refusal(of: action, $0) } ?? "No order is selected."
    }

    func name(_ order: OrderSummary) -> Phrase {
        Phrase(verbatim: "\(order.id)  \(order.customer)  \(format.money(order.total))")
    }

    func bulk(_ action: Action, _ count: Int) -> BulkQuestion? {
        switch action {
        case .markPaid:
            BulkQuestion(
                text: "Mark \(count: count, "order", "orders") as paid?", title: "Marking as paid",
                isIrreversible: false)
        case .markShipped:
            BulkQuestion(
                text: "Mark \(count: count, "order", "orders") as shipped?", title: "Marking as shipped",
                isIrreversible: false)
        case .cancelOrder:
            BulkQuestion(
                text: "Cancel \(count: count, "order", "orders")? Their goods come back.",
                title: "Cancelling orders",
                isIrreversible: true)
        default: nil
        }
    }

    func change(_ action: Action, _ order: OrderSummary) -> BulkStep {
        guard let status = OrdersScreens.status(after: action) else {
            return .refused("This can't be done.")
        }
        if let reason = OrdersScreens.refusal(of: action, order) { return .refused(reason) }
        return .change(.moveOrder(order.id, to: status, version: order.version))
    }

    func perform(_ action: Action, on order: OrderSummary?) -> [Step]? {
        switch action {
        case .create: return [.enterOrder(nil)]
        case .receipt: return order.map { [.open(ReceiptScreen($0.id, format: format))] } ?? []
        case .markPaid, .markShipped, .cancelOrder:
            return order.map { OrdersScreens.change($0, action, format) }
        default: return nil
        }
    }
}

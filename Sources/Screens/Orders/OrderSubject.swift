import Domain
import TerminalUI
import Wording

/// An order with its lines.
struct OrderSubject: DetailSubject {
    let id: Identifier<Order>
    /// `nil` until it has been read, where the screen was opened by the number alone.
    private(set) var order: OrderSummary?
    let format: Format

    static let scopes: [Scope] = [.order, .record, .moving, .screen]

    init(order: OrderSummary, format: Format) { (self.id, self.order, self.format) = (order.id, order, format) }

    init(id: Identifier<Order>, format: Format) { (self.id, self.format) = (id, format) }

    var crumb: Phrase { "Order \(id)" }
    var rows: LineRows { LineRows(format: format) }
    var filter: OrderLineFilter { OrderLineFilter(order: id) }
    var query: Query { .order(id) }

    var facts: [DetailFact] {
        guard let order else { return [DetailFact("Order", id.description, role: .title)] }
        return [
            DetailFact("Customer", order.customer, role: .title),
            DetailFact("Status", phrase: order.status.title, role: OrdersScreens.role(order.status)),
            DetailFact("Total", format.money(order.total), role: .money),
            DetailFact("Lines", format.count(order.lineCount)),
            DetailFact("Placed", format.dateTime(order.createdAt)),
            DetailFact("Changed", format.dateTime(order.updatedAt)),
            DetailFact("Note", order.note ?? "-"),
        ]
    }

    mutating func take(_ record: Record) {
        if case .order(let order) = record, order.id == id { self.order = order }
    }

    func refusal(of action: Action) -> Phrase? {
        guard OrdersScreens.status(after: action) != nil || action == .edit else { return nil }
        return order.map { OrdersScreens.refusal(of: action, $0) } ?? "The order is not loaded yet."
    }

    func perform(_ action: Action) -> [Step]? {
        switch action {
        case .create: return [.enterOrder(nil)]
        case .receipt: return [.open(ReceiptScreen(id, format: format))]
        case .edit: return order.map { [.open(OrdersScreens.noteForm($0, format))] }
        case .markPaid, .markShipped, .cancelOrder:
            return order.map { OrdersScreens.change($0, action, format) }
        default: return nil
        }
    }
}

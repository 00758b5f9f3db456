import Domain
import TerminalUI
import Wording

/// The screens about orders, ready made, and the steps of an order's life that an operator may take.
enum OrdersScreens {
    /// The list, with `typed` in its filter line.
    static func list(
        _ format: Format, typed: String = "", order: ListOrder<OrderSort>? = nil
    ) -> ListScreen<OrderRows> {
        ListScreen(OrderRows(format: format), filter: OrderFilter(), format: format, typed: typed, order: order)
    }

    static func detail(_ order: OrderSummary, _ format: Format) -> DetailScreen<OrderSubject> {
        DetailScreen(OrderSubject(order: order, format: format), format: format)
    }

    /// The screen of an order of which no more than the number is known yet.
    static func detail(_ id: Identifier<Order>, _ format: Format) -> DetailScreen<OrderSubject> {
        DetailScreen(OrderSubject(id: id, format: format), format: format)
    }

    /// The form of an order's note.
    static func noteForm(_ order: OrderSummary, _ format: Format) -> FormScreen<OrderNoteForm> {
        FormScreen(OrderNoteForm(order: order, format: format))
    }

    /// Moves an order along.
    ///
    /// Cancelling gives the goods back and can't be undone, so it asks first. Ask ``refusal(of:_:)`` before.
    static func change(_ order: OrderSummary, _ action: Action, _ format: Format) -> [Step] {
        guard let status = status(after: action) else { return [] }
        let write = Step.ask(.change(.moveOrder(order.id, to: status, version: order.version)), .write)
        guard status == .cancelled else { return [write] }
        let total = format.money(order.total)
        return [.confirm("Cancel order \(order.id) of \(order.customer), \(total)? Its goods come back.", [write])]
    }

    /// Why an action can't move the order along; `nil` if it can, or is about something else.
    static func refusal(of action: Action, _ order: OrderSummary) -> Phrase? {
        guard let status = status(after: action), !order.status.successors.contains(status) else { return nil }
        return "Order \(order.id) is \(order.status.title); it can't become \(status.title)."
    }

    /// The state that an action brings an order into.
    static func status(after action: Action) -> OrderStatus? {
        switch action {
        case .markPaid: .paid
        case .markShipped: .shipped
        case .cancelOrder: .cancelled
        default: nil
        }
    }

    static func role(_ status: OrderStatus) -> CellRole {
        switch status {
        case .placed: .warning
        case .paid, .shipped: .ok
        case .cancelled: .dim
        }
    }
}

import Domain
import TerminalUI
import Wording

/// The form of an order's note, the one thing of a placed order that is typed again.
struct OrderNoteForm: FormSubject {
    private(set) var order: OrderSummary
    let format: Format

    init(order: OrderSummary, format: Format) { (self.order, self.format) = (order, format) }

    var title: Phrase { "Note" }

    var facts: [DetailFact] {
        [
            DetailFact("Order", order.id.description, role: .title), DetailFact("Customer", order.customer),
            DetailFact("Total", format.money(order.total), role: .money),
            DetailFact("Status", phrase: order.status.title, role: OrdersScreens.role(order.status)),
        ]
    }

    var fields: [FormField] {
        [
            FormField(
                "note", "Note",
                help: FieldHelp(
                    "What whoever packs the order should know. Enter saves.",
                    rule: "Up to 2,000 characters; ⏎ ends a line. The audit log keeps what stood here before.",
                    examples: ["Call before delivery"]), maximum: 2000)
        ]
    }

    var texts: [String: String] { ["note": NoteText.shown(order.note)] }

    func query(_ values: FormValues) throws(InvalidInput) -> Query? {
        let note = values.noteEdit("note", from: FormValues(texts)["note"])
        let edit = try OrderEdit(note: note)
        return note == .keep ? nil : .change(.editOrder(order.id, edit, version: order.version))
    }

    func outcome(_ record: Record) -> (News, Phrase) {
        (.changed(record), "The note of order \(order.id) is saved.")
    }

    var reread: Query? { .order(order.id) }
    var version: Int? { order.version }

    mutating func rebase(on record: Record) {
        if case .order(let order) = record { self.order = order }
    }

    /// The notes of the customer's other orders.
    func suggest(_ field: String, _ typed: String) -> Query? {
        let filter = OrderFilter(user: order.user)
        return .orders(OrderListRequest(filter: filter, sort: .createdAt, isDescending: true, limit: 100))
    }

    func suggestions(_ field: String, _ typed: String, in reply: Reply) -> [FieldSuggestion] {
        guard case .orders(let page) = reply else { return [] }
        let words = SearchText.words(typed)
        return page.items.compactMap { other in
            guard other.id != order.id, let note = other.note, words.allSatisfy(SearchText.fold(note).contains) else {
                return nil
            }
            return FieldSuggestion(FormField.oneLine(note), remark: format.date(other.createdAt))
        }
    }
}

import Domain
import TerminalUI
import Wording

/// What is shown of records beside lists.
struct AsideLines: Sendable {
    let format: Format

    /// What was read of a record.
    func lines(_ record: AsideRecord) -> [AsideLine] {
        switch record {
        case .order(let order, let user, let log): lines(order, user, log)
        case .user(let user, let orders): lines(user) + rows(orders)
        case .product(let product, let moves): lines(product) + rows(moves)
        }
    }

    /// What a row of a list tells of its order by itself.
    func lines(_ order: OrderSummary) -> [AsideLine] {
        [.title("Order \(order.id)")] + OrderSubject(order: order, format: format).facts.map { .fact($0) }
    }

    func lines(_ user: User) -> [AsideLine] { titled(UserSubject(user: user, format: format).facts) }

    func lines(_ product: Product) -> [AsideLine] { titled(ProductSubject(product: product, format: format).facts) }

    /// An entry of the audit log; nothing more is known of it.
    func lines(_ entry: AuditRecord) -> [AsideLine] {
        let changes = entry.changes.flatMap { change -> [AsideLine] in
            [
                .fact(DetailFact(Phrase(verbatim: change.field), change.old ?? "–", role: .dim)),
                .fact(DetailFact("", change.new ?? "–")),
            ]
        }
        return [
            .title(AuditScreens.title(entry)), .fact(DetailFact("Record", phrase: AuditScreens.subject(entry))),
            .fact(DetailFact("By", entry.actorName)), .fact(DetailFact("When", format.dateTime(entry.at))),
            .fact(DetailFact("Via", entry.source)),
        ] + (changes.isEmpty ? [] : [.heading("Changes")]) + changes
    }

    private func lines(_ order: Order, _ user: User, _ log: [AuditRecord]) -> [AsideLine] {
        let lines = order.lines.map { line -> AsideLine in
            let off = line.discount == .zero ? "" : " -\(format.number(line.discount))%"
            return .row(
                TableCell("\(format.count(line.quantity)) × \(line.sku)  \(line.name)\(off)"),
                TableCell(format.amount(line.total), role: .money))
        }
        let contact = [user.phone, user.email].compactMap { $0 }.map { text -> AsideLine in
            .row(TableCell(text, role: .dim), TableCell(""))
        }
        let history = log.map { entry -> AsideLine in
            .row(
                TableCell(phrase: "\(format.dateTime(entry.at))  \(AuditScreens.title(entry))", role: .dim),
                TableCell(entry.actorName, role: .dim))
        }
        return self.lines(OrderSummary(order)) + [.heading("Lines")] + lines + [.heading("Customer")]
            + [.row(TableCell(user.name), TableCell(user.id.description, role: .dim))] + contact
            + (history.isEmpty ? [] : [.heading("History")]) + history
    }

    /// Facts whose first one is the title.
    private func titled(_ facts: [DetailFact]) -> [AsideLine] {
        facts.enumerated().map { $0.offset == 0 ? .title($0.element.value) : .fact($0.element) }
    }

    private func rows(_ orders: [OrderSummary]) -> [AsideLine] {
        [.heading("Orders")]
            + orders.map { order in
                .row(
                    TableCell(
                        phrase: "\(order.id)  \(format.date(order.createdAt))  \(order.status.title)",
                        role: order.status == .cancelled ? .dim : .text),
                    TableCell(format.amount(order.total), role: .money))
            }
    }

    private func rows(_ moves: [StockMove]) -> [AsideLine] {
        [.heading("Stock moves")]
            + moves.map { move in
                let order = move.order.map { " \($0)" } ?? ""
                return .row(
                    TableCell(phrase: "\(format.dateTime(move.at))  \(move.reason.title)\(order)"),
                    TableCell(format.change(move.delta), role: move.delta < 0 ? .text : .ok))
            }
    }
}

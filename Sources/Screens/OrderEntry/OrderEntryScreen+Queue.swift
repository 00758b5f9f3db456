import Domain
import Services
import Wording

extension OrderEntryScreen {
    /// Applies the entries whose turn has come, and asks about the next ones.
    mutating func advance() {
        while let next = queue.next() { apply(next) }
        for entry in queue.ask(knowsCustomer: draft.customer != nil) { ask(entry) }
    }

    private mutating func ask(_ entry: EntryQueue.Entry) {
        switch entry.action {
        case .add(_, let words, _): send(.find(ticket: entry.ticket, words: words))
        case .paste(let table): send(.findAll(ticket: entry.ticket, codes: table.rows.map(\.code)))
        case .repeatOrder:
            guard let customer = draft.customer else { return }
            send(.readLastOrder(ticket: entry.ticket, customer: customer.id))
        case .setLast, .removeLast, .note, .goToTotals, .place: break
        }
    }

    private mutating func apply(_ entry: EntryQueue.Entry) {
        switch entry.action {
        case .add, .paste, .repeatOrder:
            guard case .answered(let lines, let unknown) = entry.state else { return }
            add(lines, typed: entry.text)
            for text in unknown { miss(text) }
            if entry.action == .repeatOrder && lines.isEmpty { refuse("There is no earlier order to repeat.") }
        case .setLast(let edit): setLast(edit)
        case .removeLast: removeLast()
        case .note(let note): setNote(note, typed: entry.text)
        case .goToTotals:
            if focus == .entry && self.entry.isEmpty && misses.isEmpty && !draft.lines.isEmpty { focus = .totals }
        case .place: if focus == .totals || self.entry.isEmpty { place() }
        }
    }

    /// Notes that something entered could not be done: what was typed ahead to end the order is taken back.
    mutating func refuse(_ text: Phrase) {
        queue.dropEndings()
        if focus == .totals { focus = .entry }
        complain(text)
    }

    /// Keeps what was not found.
    ///
    /// It goes back into the field at once if nobody is typing there.
    mutating func miss(_ text: String) {
        if misses.count < EntryQueue.limit { misses.append(text) }
        refuse("Not found: \(text)")
        if focus == .entry && entry.isEmpty && queue.isEmpty { offerMiss() }
    }

    private mutating func setNote(_ text: String, typed: String) {
        do throws(Violation) {
            let change = EntryStep.NoteChange(before: draft.note, after: try Text.note(text))
            guard change.after != change.before else { return }
            history.record(EntryStep(note: change))
            draft.note = change.after
            isDirty = true
        } catch {
            entry.set(typed, selected: true)
            refuse(error.message)
        }
    }

    /// Takes in the answer to an entry; failed ones wait until they are asked about again.
    mutating func receiveAnswer<Value>(
        _ ticket: UInt64, _ result: Result<Value, ServiceError>,
        _ state: (EntryQueue.Entry, Value) -> EntryQueue.State
    ) {
        guard let waiting = queue.awaits(ticket) else { return }
        switch result {
        case .success(let value): queue.set(state(waiting, value), of: ticket)
        case .failure(let error):
            queue.set(.failed, of: ticket)
            complain("\(error.entryText) Enter looks again.")
        }
        advance()
    }

    static func lines(of entry: EntryQueue.Entry, _ products: [Product?]) -> EntryQueue.State {
        switch entry.action {
        case .add(let quantity, _, let discount):
            guard let product = products.first ?? nil else { return .answered(lines: [], unknown: [entry.text]) }
            return .answered(lines: [DraftLine(product, quantity: quantity, discount: discount)], unknown: [])
        case .paste(let table):
            let pairs = zip(table.rows, products)
            return .answered(
                lines: pairs.compactMap { row, product in
                    product.map { DraftLine($0, quantity: row.quantity, discount: row.discount) }
                },
                unknown: pairs.compactMap { row, product in product == nil ? row.text : nil })
        default: return .answered(lines: [], unknown: [])
        }
    }

    /// Asks again about everything that failed or was never answered.
    mutating func retry() {
        queue.retry()
        if let words = pendingCustomer, let request = customers.want(words, ticket: ticket()) {
            send(.searchCustomers(request))
        }
        advance()
    }

    /// Queues the lines of the customer's last order.
    mutating func repeatOrder() {
        guard draft.customer != nil || pendingCustomer != nil else {
            askForCustomer()
            return
        }
        enqueueBeside("", .repeatOrder, .waiting)
        if focus == .customer { focus = .entry }
    }
}

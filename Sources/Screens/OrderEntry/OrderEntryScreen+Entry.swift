import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    mutating func typeEntry(_ press: KeyPress) {
        switch press.key {
        case .enter: commitEntry()
        case .up where !products.items.isEmpty: products.move(-1)
        case .down where !products.items.isEmpty: products.move(1)
        case .pageUp where !products.items.isEmpty: products.move(-EntryLookup<Product>.short)
        case .pageDown where !products.items.isEmpty: products.move(EntryLookup<Product>.short)
        case .up, .pageUp: if !draft.lines.isEmpty { focus = .line(draft.lines.count - 1) }
        default: editEntry(press)
        }
    }

    private mutating func editEntry(_ press: KeyPress) {
        let before = entry.text
        guard entry.handle(press) else { return }
        guard entry.text != before else { return }
        lookUpProduct()
        warn(of: LineEntry.discount(in: entry.text))
    }

    /// Asks for the products that the field may mean; nothing is asked about quantities and notes.
    mutating func lookUpProduct(expanded: Bool = false) {
        guard let words = LineEntry.words(in: entry.text) ?? (expanded && entry.isEmpty ? "" : nil) else {
            products.clear()
            return
        }
        if let request = products.want(words, expanded: expanded, ticket: ticket()) {
            send(.searchProducts(request))
        }
    }

    /// F4: the long list of what the field may mean; keys go on filtering it.
    mutating func openList() {
        switch focus {
        case .customer: lookUpCustomer(expanded: true)
        case .entry, .line, .quantity, .totals:
            focus = .entry
            lookUpProduct(expanded: true)
        }
    }

    /// Enter in the line field.
    private mutating func commitEntry() {
        let text = Text.trim(entry.text)
        if text.isEmpty, let product = products.choice, products.isExpanded {
            let lines = [DraftLine(product, quantity: 1)]
            enqueue(product.sku, .add(quantity: 1, words: product.sku), .answered(lines: lines, unknown: []))
            return
        }
        do throws(Violation) {
            switch try LineEntry(text) {
            case .nothing: finishEntry()
            case .add(let quantity, let words, let discount): enqueueLine(text, quantity, words, discount)
            case .setLast(let edit): enqueue(text, .setLast(edit))
            case .removeLast: enqueue(text, .removeLast)
            case .note(let note): enqueue(text, .note(note))
            }
        } catch {
            entry.set(entry.text, selected: true)
            complain(error.message)
        }
    }

    /// Queues a line.
    ///
    /// What the suggestions have answered need not be asked again.
    private mutating func enqueueLine(_ text: String, _ quantity: Int, _ words: String, _ discount: Percent) {
        let action = EntryQueue.Action.add(quantity: quantity, words: words, discount: discount)
        guard products.isAnswer(to: words) else {
            enqueue(text, action, .waiting)
            return
        }
        let lines = products.choice.map { [DraftLine($0, quantity: quantity, discount: discount)] }
        enqueue(text, action, .answered(lines: lines ?? [], unknown: lines == nil ? [text] : []))
    }

    /// Puts an entry behind those that wait, empties the field, and applies what can be applied.
    mutating func enqueue(
        _ text: String, _ action: EntryQueue.Action, _ state: EntryQueue.State = .answered(lines: [], unknown: [])
    ) {
        guard !queue.isFull else {
            complain("\(EntryQueue.limit) entries wait for the database.")
            return
        }
        entry.clear()
        products.clear()
        if notice?.role == .error { notice = nil }
        queue.retry()
        queue.append(EntryQueue.Entry(ticket: ticket(), text: text, action: action, state: state))
        advance()
    }

    /// Queues something that did not come from the field, whose text stays.
    mutating func enqueueBeside(_ text: String, _ action: EntryQueue.Action, _ state: EntryQueue.State) {
        let kept = entry.text
        enqueue(text, action, state)
        if entry.isEmpty { entry.set(kept) }
    }

    /// Enter on the empty field: what was not found is offered again, then the totals follow.
    private mutating func finishEntry() {
        if queue.hasFailed {
            retry()
        } else if !queue.isEmpty {
            let next: EntryQueue.Action = queue.last == .goToTotals || queue.last == .place ? .place : .goToTotals
            if queue.last != .place { enqueue("", next) }
        } else if !misses.isEmpty {
            offerMiss()
        } else if draft.lines.isEmpty {
            say("Type or scan a code, or type a part of a name.")
        } else if draft.customer == nil && pendingCustomer == nil {
            askForCustomer()
        } else {
            focus = .totals
        }
    }

    mutating func askForCustomer() {
        focus = .customer
        complain("Who is the customer?")
    }

    /// Puts what was not found back into the field, selected, so that typing replaces it.
    mutating func offerMiss() {
        guard let text = misses.first else { return }
        misses.removeFirst()
        focus = .entry
        entry.set(text, selected: true)
        complain("Not found: \(text)")
    }

    /// Pasted rows become lines; a single word becomes text.
    mutating func paste(_ text: String) {
        guard hold == nil, !isOutcomeUnknown else {
            send(.ring)
            return
        }
        switch focus {
        case .customer:
            customer.insert(text)
            lookUpCustomer()
        case .quantity: quantity.insert(text)
        case .entry, .line, .totals:
            focus = .entry
            guard let table = PastedLines(text) else {
                entry.insert(text)
                lookUpProduct()
                return
            }
            pasteTable(table)
        }
    }

    private mutating func pasteTable(_ table: PastedLines) {
        enqueueBeside("", .paste(table), table.rows.isEmpty ? .answered(lines: [], unknown: []) : .waiting)
        guard let fault = table.faults.first else { return }
        let more = table.faults.count - 1
        complain(more > 0 ? "\(fault) And \(count: more, "more row is", "more rows are") left out." : fault)
    }
}

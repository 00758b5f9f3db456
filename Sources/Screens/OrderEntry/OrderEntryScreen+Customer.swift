import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    /// Whether the drafts of another time are offered: before anything has been typed.
    var isOffering: Bool {
        focus == .customer && customer.isEmpty && draft.isEmpty && pendingCustomer == nil && !offers.isEmpty
    }

    /// Whether the words in the customer field were looked up and mean nobody.
    var knowsNobody: Bool {
        let words = Text.trim(customer.text)
        return !words.isEmpty && customers.isAnswer(to: words) && customers.items.isEmpty
    }

    mutating func typeCustomer(_ press: KeyPress) {
        if isOffering && answerOffer(press) { return }
        switch press.key {
        case .enter: acceptCustomer()
        case .up where press.modifiers.isEmpty: customers.move(-1)
        case .down where press.modifiers.isEmpty: customers.move(1)
        case .pageUp: customers.move(-EntryLookup<User>.short)
        case .pageDown: customers.move(EntryLookup<User>.short)
        default:
            let before = customer.text
            guard customer.handle(press), customer.text != before else { return }
            if notice?.role == .error { notice = nil }
            lookUpCustomer()
        }
    }

    /// Asks for the customers that the field may mean.
    mutating func lookUpCustomer(expanded: Bool = false) {
        let words = Text.trim(customer.text)
        guard !words.isEmpty || expanded else {
            customers.clear()
            return
        }
        if let request = customers.want(words, expanded: expanded, ticket: ticket()) {
            send(.searchCustomers(request))
        }
    }

    /// Takes the chosen candidate; words that were not looked up yet are kept until they are, and the line field
    /// is next in any case.
    mutating func acceptCustomer() {
        if takeScanFromCustomer() { return }
        let words = Text.trim(customer.text)
        if let chosen = draft.customer, words.isEmpty || words == chosen.name, customers.choice == nil {
            customer.set(chosen.name)
            enterLines()
        } else if words.isEmpty && customers.choice == nil {
            say("Who is the customer? Type a part of the name, the phone or the e-mail address.")
        } else if customers.isAnswer(to: words) {
            if let user = customers.choice { choose(user) } else if !checkCode(words) { newCustomer() }
        } else {
            pendingCustomer = words
            lookUpCustomer()
            enterLines()
        }
    }

    /// Makes `user` the order's customer.
    mutating func choose(_ user: User) {
        draft.customer = OrderDraft.Customer(user)
        customer.set(user.name)
        customers.clear()
        pendingCustomer = nil
        isDirty = true
        if focus == .customer { enterLines() }
        advance()
        if placesWhenCustomerIsKnown { place() }
    }

    mutating func enterLines() {
        focus = .entry
        customers.clear()
        if let pendingCustomer, let request = customers.want(pendingCustomer, ticket: ticket()) {
            send(.searchCustomers(request))
        }
    }

    /// Goes to the customer field; what is typed there replaces the customer, Esc keeps them.
    mutating func focusCustomer() {
        focus = .customer
        if let chosen = draft.customer { customer.set(chosen.name, selected: true) }
    }

    mutating func cancelCustomer() {
        customers.clear()
        guard let chosen = draft.customer else {
            if customer.isEmpty { leave() } else { customer.clear() }
            return
        }
        customer.set(chosen.name)
        focus = .entry
    }

    /// Opens the form of a new customer, with the name that was typed.
    mutating func newCustomer() {
        if let order = placedBefore {
            startAsNewOrder(order)
            return
        }
        let chosen = draft.customer?.name
        let words = Text.trim(customer.text)
        send(.createCustomer(name: words == chosen ? "" : words))
    }

    /// Takes in the answer to a look-up of customers.
    mutating func receiveCustomers(_ users: [User], _ ticket: UInt64) {
        guard customers.answer(ticket, users) else { return }
        if let request = customers.ask(self.ticket()) { send(.searchCustomers(request)) }
        guard let words = pendingCustomer, customers.isAnswer(to: words) else { return }
        if let user = customers.choice {
            choose(user)
            return
        }
        missCustomer(words)
    }

    /// Nobody is called that: back to the field, unless something else is being typed already.
    private mutating func missCustomer(_ words: String) {
        if codeCheck != nil || takeScanForNobody(words) || checkCode(words) { return }
        tellMissing(words)
    }

    /// Says that nobody is called that, and goes back to the field where that disturbs nobody.
    mutating func tellMissing(_ words: String) {
        pendingCustomer = nil
        placesWhenCustomerIsKnown = false
        queue.dropEndings()
        queue.dropRepeats()
        complain("No customer “\(words)”. Enter in the customer field creates one.")
        if focus == .entry && entry.isEmpty && queue.isEmpty || focus == .totals { focus = .customer }
        advance()
    }
}

import Domain
import Services
import TerminalUI

/// Scans that meet the cursor in a field for something else: a scanner does not know where the cursor stands.
extension OrderEntryScreen {
    /// Takes a scan out of the customer field, whose half typed text stays.
    ///
    /// Digits alone may be a telephone number all the same: they are a scan once no customer is found by
    /// them.
    /// - Returns: Whether there was one.
    mutating func takeScanFromCustomer() -> Bool {
        guard let scan = GTIN.split(Text.trim(customer.text)) else { return false }
        let words = Text.trim(scan.before)
        let isOnlyDigits = words.isEmpty
        let isNobody = customers.isAnswer(to: scan.number) && customers.items.isEmpty
        guard !isOnlyDigits || isNobody else { return false }
        customer.set(isOnlyDigits ? draft.customer?.name ?? "" : words, selected: isOnlyDigits)
        customers.clear()
        enqueueBeside(scan.number, .add(quantity: 1, words: scan.number), .waiting)
        if !isOnlyDigits { lookUpCustomer() }
        return true
    }

    /// A question whether words that mean no customer are the code of goods.
    struct CodeCheck: Sendable {
        let ticket: UInt64
        let words: String
        /// The field as it was before the words were scanned, where the time between the keys says so.
        var before: BeforeScan?
        /// Whether they were typed before the answer about customers came.
        let isTypedAhead: Bool
    }

    /// Asks whether words that mean no customer are a product's code: scanners read letters as well, and codes have no
    /// check digit.
    /// - Returns: Whether they may be one; then the answer decides.
    mutating func checkCode(_ words: String) -> Bool {
        guard codeCheck == nil, !scanIsNone, !words.isEmpty, !words.contains(where: \.isWhitespace) else {
            return false
        }
        let check = CodeCheck(ticket: ticket(), words: words, isTypedAhead: pendingCustomer != nil)
        codeCheck = check
        if !check.isTypedAhead { hold = .checking(ticket: check.ticket) }
        send(.findAll(ticket: check.ticket, codes: [words]))
        return true
    }

    /// Takes in whether they are: goods become a line, and for a customer that is missing there is the form.
    mutating func receiveCode(_ check: CodeCheck, _ result: Result<[Product?], ServiceError>) {
        codeCheck = nil
        switch result {
        case .success(let products):
            if let product = products.first ?? nil {
                takeCode(check, product)
            } else if check.before != nil {
                // No goods are called so: somebody types fast.
                scanIsNone = true
                acceptCustomer()
                scanIsNone = false
            } else if check.isTypedAhead {
                tellMissing(check.words)
            } else {
                newCustomer()
            }
        case .failure(let error):
            pendingCustomer = nil
            complain(error.entryText)
        }
        if case .checking = hold { replay() }
    }

    private mutating func takeCode(_ check: CodeCheck, _ product: Product) {
        if let before = check.before {
            (customer, customers, pendingCustomer) = (before.customer, before.customers, before.pendingCustomer)
        } else {
            pendingCustomer = nil
            customer.set(draft.customer?.name ?? "")
            customers.clear()
        }
        let line = DraftLine(product, quantity: 1)
        enqueueBeside(check.words, .add(quantity: 1, words: check.words), .answered(lines: [line], unknown: []))
        if draft.customer == nil || check.before != nil { focus = .customer }
    }

    /// What the customer field was before a scan went into it.
    struct BeforeScan: Sendable {
        let customer: EntryField
        let customers: EntryLookup<User>
        let pendingCustomer: String?
    }

    /// Takes a code that was scanned, as the time between its keys says, while the cursor stood somewhere: `before` is
    /// the order as it was before the first of its characters.
    ///
    /// - Returns: `nil` where the characters went to the right place, the line field, and Enter does the rest.
    mutating func take(
        scan code: String, endedBy press: KeyPress, before: OrderEntryScreen
    ) -> [OrderEntryEffect]? {
        guard hold == nil, !isOutcomeUnknown, before.draft.key == draft.key else { return nil }
        switch before.focus {
        case .entry, .totals:
            // A scanner that ends its codes with Tab means Enter.
            guard press.key == .tab, focus == .entry else { return nil }
            return handle(.key(KeyPress(.enter)))
        case .customer:
            guard focus == .customer else { return nil }
            let state = BeforeScan(
                customer: before.customer, customers: before.customers, pendingCustomer: before.pendingCustomer)
            let check = CodeCheck(ticket: ticket(), words: code, before: state, isTypedAhead: false)
            (codeCheck, hold) = (check, .checking(ticket: check.ticket))
            send(.findAll(ticket: check.ticket, codes: [code]))
        case .line, .quantity:
            restore(before)
            enqueueBeside(code, .add(quantity: 1, words: code), .waiting)
        }
        return flush()
    }

    /// Takes back what a scan has done to a line: letters are commands there, and digits a quantity.
    private mutating func restore(_ before: OrderEntryScreen) {
        (focus, entry, quantity) = (before.focus, before.entry, before.quantity)
        guard draft.lines != before.draft.lines || draft.note != before.draft.note else { return }
        (draft.lines, draft.note, history) = (before.draft.lines, before.draft.note, before.history)
        (lastTouched, isDirty) = (before.lastTouched, true)
    }

    /// Digits that were entered for a customer and mean nobody: goods, if their check digit says so.
    /// - Returns: Whether they were.
    mutating func takeScanForNobody(_ words: String) -> Bool {
        guard GTIN.isValid(words) else { return false }
        pendingCustomer = nil
        customer.set(draft.customer?.name ?? "")
        enqueueBeside(words, .add(quantity: 1, words: words), .waiting)
        focus = draft.customer == nil ? .customer : focus
        return true
    }
}

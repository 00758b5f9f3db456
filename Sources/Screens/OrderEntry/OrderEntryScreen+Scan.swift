import Domain
import Services

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
    struct CodeCheck: Hashable, Sendable {
        let ticket: UInt64
        let words: String
        /// Whether they were typed before the answer about customers came.
        let isTypedAhead: Bool
    }

    /// Asks whether words that mean no customer are a product's code: scanners read letters as well, and codes have no
    /// check digit.
    /// - Returns: Whether they may be one; then the answer decides.
    mutating func checkCode(_ words: String) -> Bool {
        guard codeCheck == nil, !words.isEmpty, !words.contains(where: \.isWhitespace) else { return false }
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
        pendingCustomer = nil
        customer.set(draft.customer?.name ?? "")
        customers.clear()
        let line = DraftLine(product, quantity: 1)
        enqueueBeside(check.words, .add(quantity: 1, words: check.words), .answered(lines: [line], unknown: []))
        if draft.customer == nil { focus = .customer }
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

import Domain

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

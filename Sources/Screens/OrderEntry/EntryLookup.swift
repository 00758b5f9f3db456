/// The suggestions below a field: what was asked, what came, and which one is chosen.
///
/// One question is on its way at a time. Words typed meanwhile are asked when the answer is here, so that a slow
/// database is never asked for words that nobody waits for.
struct EntryLookup<Item: Sendable & Hashable>: Sendable {
    /// Suggestions below the field, and in the list that F4 opens.
    static var short: Int { 8 }
    static var long: Int { 50 }

    private(set) var items: [Item] = []
    private(set) var selected = 0
    /// The words that the items answer.
    private(set) var answered: String?
    /// Whether the long list is open.
    private(set) var isExpanded = false
    /// Whether somebody has moved to another item than the first.
    private(set) var isChosen = false
    private var wanted: String?
    private var asked: LookupRequest?

    var choice: Item? { items.indices.contains(selected) ? items[selected] : nil }

    /// Whether an answer is awaited.
    var isAsking: Bool { asked != nil }

    /// Whether the items are the answer to `words`, or one of them was chosen on purpose.
    func isAnswer(to words: String) -> Bool { answered == words || (isChosen && choice != nil) }

    /// Wants suggestions for `words`.
    /// - Returns: The question to ask, `nil` if it is asked already or must wait.
    mutating func want(_ words: String, expanded: Bool = false, ticket: UInt64) -> LookupRequest? {
        if expanded { isExpanded = true }
        if answered == words && !expanded {
            wanted = nil
            return nil
        }
        wanted = words
        (selected, isChosen) = (0, false)
        return ask(ticket)
    }

    /// Takes an answer in.
    /// - Returns: Whether it was awaited.
    mutating func answer(_ ticket: UInt64, _ items: [Item]) -> Bool {
        guard let asked, asked.ticket == ticket else { return false }
        self.asked = nil
        let isCurrent = wanted == asked.words
        if isCurrent { wanted = nil }
        // What somebody has moved to must not change under the cursor.
        guard !isChosen, isCurrent || wanted != nil else { return true }
        (self.items, answered) = (items, asked.words)
        (selected, isChosen) = (0, false)
        return true
    }

    /// Notes that a question was not answered; the next key asks again.
    mutating func fail(_ ticket: UInt64) -> Bool {
        guard asked?.ticket == ticket else { return false }
        (asked, wanted) = (nil, nil)
        return true
    }

    /// The question about words that were typed meanwhile.
    mutating func ask(_ ticket: UInt64) -> LookupRequest? {
        guard asked == nil, let words = wanted else { return nil }
        asked = LookupRequest(ticket: ticket, words: words, limit: isExpanded ? Self.long : Self.short)
        return asked
    }

    /// Moves the choice; it stops at both ends.
    mutating func move(_ step: Int) {
        guard !items.isEmpty else { return }
        selected = min(max(0, selected + step), items.count - 1)
        isChosen = true
    }

    /// Forgets everything that was suggested; an answer on its way is dropped when it comes.
    mutating func clear() {
        (items, selected, answered, wanted) = ([], 0, nil, nil)
        (isExpanded, isChosen) = (false, false)
    }
}

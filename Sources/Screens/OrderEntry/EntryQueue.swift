import Domain

/// What was entered and waits for its turn, so that answers are applied in the order of the keys.
struct EntryQueue: Sendable {
    /// What an entry does when its turn comes.
    enum Action: Hashable, Sendable {
        case add(quantity: Int, words: String, discount: Percent = .zero)
        case paste(PastedLines)
        /// The lines of the customer's last order.
        case repeatOrder
        case setLast(LineEdit)
        case removeLast
        case note(String)
        /// Enter on the empty field, typed ahead.
        case goToTotals
        case place
    }

    /// Where an entry stands that needs an answer.
    enum State: Hashable, Sendable {
        /// Not asked yet.
        case waiting
        case asked
        /// The answer: a line for each product that was found, and the words of those that were not.
        case answered(lines: [DraftLine], unknown: [String])
        /// The question failed; it is asked again on demand.
        case failed
    }

    struct Entry: Hashable, Sendable {
        let ticket: UInt64
        /// What was typed, for the operator to correct.
        let text: String
        let action: Action
        var state: State
    }

    /// Entries that may wait.
    static let limit = 200
    /// Questions on their way at once: enough to hide the way to the database, few enough to leave it to others.
    static let inFlight = 4

    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }
    var isFull: Bool { entries.count >= Self.limit }
    var last: Action? { entries.last?.action }
    /// Whether an answer is awaited.
    var isAsking: Bool { entries.contains { $0.state == .asked } }
    /// Whether questions failed and wait for somebody to ask again.
    var hasFailed: Bool { entries.contains { $0.state == .failed } }

    mutating func append(_ entry: Entry) { entries.append(entry) }

    /// Takes out the entries that repeat an order, when there is nobody whose order it could be.
    mutating func dropRepeats() { entries.removeAll { $0.action == .repeatOrder } }

    /// Marks the next entries that may be asked about, and returns them.
    ///
    /// - Parameter knowsCustomer: whether it is known whose last order would be repeated.
    /// - Returns: The entries to ask about.
    mutating func ask(knowsCustomer: Bool) -> [Entry] {
        var room = Self.inFlight - entries.count { $0.state == .asked }
        var asking: [Entry] = []
        for index in entries.indices where room > 0 && entries[index].state == .waiting {
            if entries[index].action == .repeatOrder && !knowsCustomer { continue }
            entries[index].state = .asked
            asking.append(entries[index])
            room -= 1
        }
        return asking
    }

    /// Whether an entry with this ticket waits for an answer.
    func awaits(_ ticket: UInt64) -> Entry? { entries.first { $0.ticket == ticket && $0.state == .asked } }

    mutating func set(_ state: State, of ticket: UInt64) {
        guard let index = entries.firstIndex(where: { $0.ticket == ticket }) else { return }
        entries[index].state = state
    }

    /// Lets failed entries be asked about again.
    mutating func retry() {
        for index in entries.indices where entries[index].state == .failed { entries[index].state = .waiting }
    }

    /// Takes the first entry if its turn has come.
    mutating func next() -> Entry? {
        guard let first = entries.first, case .answered = first.state else { return nil }
        return entries.removeFirst()
    }

    /// Takes out the steps that would end the order: after a fault the operator decides again.
    mutating func dropEndings() { entries.removeAll { $0.action == .goToTotals || $0.action == .place } }

    mutating func removeAll() { entries = [] }
}

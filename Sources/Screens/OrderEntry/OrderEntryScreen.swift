package import Domain
package import TerminalUI
package import Wording

/// Order entry in one screen: a customer, one field for all lines, and Enter to place.
///
/// A pure value: keys and answers go in, effects come out, the picture follows from the state. Nothing here waits.
/// What is entered before an answer has come is queued, and takes effect in the order of the keys.
package struct OrderEntryScreen: Sendable {
    /// The part of the screen that keys go to.
    package enum Focus: Hashable, Sendable {
        case customer
        /// The field for codes, quantities, discounts and names.
        case entry
        /// A line, by its place.
        case line(Int)
        /// Quantity and discount of a line being edited.
        case quantity(Int)
        case totals

        var isLine: Bool { if case .line = self { true } else { false } }
    }

    /// A sentence for the message line.
    package struct Notice: Hashable, Sendable {
        package let text: Phrase
        package let role: CellRole
    }

    /// Something outside that must end before the next key can be understood; keys wait in order.
    enum Hold: Hashable, Sendable {
        case placing(ticket: UInt64)
        case opening(ticket: UInt64, key: IdempotencyKey)
        /// Whether a code was scanned into the customer field.
        case checking(ticket: UInt64)
    }

    /// Keys that may wait while an order is on its way.
    static let maximumTyped = 200

    package internal(set) var draft: OrderDraft
    package internal(set) var focus = Focus.customer
    /// What the message line should say.
    package internal(set) var notice: Notice?
    let format: OrderEntryFormat
    let keymap: Keymap

    var customer = EntryField(placeholder: "name, phone or e-mail")
    var customers = EntryLookup<User>()
    /// The words of a customer that was entered before the suggestions came.
    var pendingCustomer: String?
    /// Words of the customer field that mean nobody, while it is asked whether they are the code of goods.
    var codeCheck: CodeCheck?
    /// Whether what stands in the customer field was looked up as a code, and is none.
    var scanIsNone = false
    /// Whether the order is to be placed as soon as the pending customer is known.
    var placesWhenCustomerIsKnown = false

    var entry = EntryField(placeholder: "code, 2*code%5, name", maximumLength: 500)
    var products = EntryLookup<Product>()
    var queue = EntryQueue()
    /// What was entered and not found, to be typed anew.
    var misses: [String] = []

    var quantity = EntryField(maximumLength: 48)
    /// Who enters the order; `nil` until that is known.
    var role: Domain.Role?
    var history = EntryHistory()
    /// The product of the line that was added or changed last: the one that `*5` and `-` mean.
    var lastTouched: Identifier<Product>?

    var hold: Hold?
    var typed: [KeyPress] = []
    /// Whether the draft was sent and no answer came: it is sent again unchanged.
    var isOutcomeUnknown = false
    /// The order that was placed under the draft's key with other contents.
    var placedBefore: Identifier<Order>?

    /// The journal's drafts that nobody has open.
    var kept: [DraftOffer] = []
    /// The drafts that are open beside this one; the tray says so.
    var beside: [DraftOffer] = []
    /// How many drafts there are, this one among them; the tray says so.
    var draftCount = 0
    var offerIndex = 0
    var offersNow: Moment?
    /// A draft that was discarded a moment ago.
    var discarded: OrderDraft?
    var savedAt: Moment?
    var wasSaved = false

    /// The newest ticket; it begins at random, so that answers to another screen's questions are not taken for ours.
    var lastTicket = UInt64.random(in: 0..<1 << 48)
    var readTicket: UInt64?
    /// Whether products have changed since the reading that is on its way was asked for.
    var needsRead = false
    var draftsTicket: UInt64?
    /// The rest of short lines that the journal is keeping just now.
    var restOnItsWay: OrderDraft?
    /// The rest that was split off last, as long as that can be taken back.
    var lastSplit: Split?
    var isDirty = false
    private var outbox: [OrderEntryEffect] = []

    /// Order entry for `customer`, if one is chosen already, or with a `draft` that this program holds.
    package init(
        draft: OrderDraft? = nil, customer: User? = nil, format: OrderEntryFormat = OrderEntryFormat(),
        keymap: Keymap = .classic
    ) {
        self.draft = OrderDraft()
        (self.format, self.keymap) = (format, keymap)
        if let draft { adopt(draft) }
        if let customer, !isOutcomeUnknown {
            choose(customer)
            isDirty = true
        }
    }

    /// The first work, to be done when the screen is shown.
    package mutating func start() -> [OrderEntryEffect] {
        if draft.isEmpty {
            loadDrafts()
        } else {
            readProducts()
        }
        return flush()
    }

    /// Takes in an event of the terminal.
    package mutating func handle(_ event: TerminalEvent) -> [OrderEntryEffect] {
        switch event {
        case .key(let press): take(press)
        case .paste(let text): paste(text)
        case .resize, .focus, .mouse, .suspend, .resumed, .hangup, .endOfInput, .terminate: break
        }
        return flush()
    }

    /// Does what a command of the palette does.
    package mutating func perform(_ command: OrderEntryCommand) -> [OrderEntryEffect] {
        if hold == nil { run(command) }
        return flush()
    }

    /// A fresh order with the same looks and keys.
    func another() -> OrderEntryScreen {
        var other = OrderEntryScreen(format: format, keymap: keymap)
        other.role = role
        return other
    }

    /// Whether nothing has been entered or typed, and nothing is waited for.
    var isBlank: Bool {
        draft.isEmpty && customer.isEmpty && entry.isEmpty && queue.isEmpty && misses.isEmpty && pendingCustomer == nil
            && hold == nil
    }

    /// Whether this is the draft with `key`, or is opening it.
    func has(_ key: IdempotencyKey) -> Bool {
        if case .opening(_, key) = hold { true } else { draft.key == key }
    }

    /// The draft as it is offered elsewhere.
    var offer: DraftOffer { DraftOffer(draft: draft, savedAt: savedAt, isOpen: true) }

    mutating func send(_ effect: OrderEntryEffect) { outbox.append(effect) }

    mutating func ticket() -> UInt64 {
        lastTicket += 1
        return lastTicket
    }

    mutating func say(_ text: Phrase, _ role: CellRole = .text) { notice = Notice(text: text, role: role) }

    /// Says why something was not done, and sounds the bell: clerks listen rather than look.
    mutating func complain(_ text: Phrase) {
        notice = Notice(text: text, role: .error)
        send(.ring)
    }

    /// The effects since the last call, and the draft's save if it has changed.
    mutating func flush() -> [OrderEntryEffect] {
        if isDirty { saveDraft() }
        defer { outbox = [] }
        return outbox
    }

    private mutating func saveDraft() {
        isDirty = false
        draft.revision += 1
        if !draft.isEmpty {
            wasSaved = true
            send(.save(draft))
        } else if wasSaved {
            send(.discard(draft.key))
            (draft, wasSaved, savedAt) = (OrderDraft(), false, nil)
        }
    }
}

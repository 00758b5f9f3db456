import Domain
import TerminalUI
import Wording

extension OrderEntryScreen {
    /// Continues a draft; one that was in flight is asked about before it can be changed.
    mutating func adopt(_ saved: OrderDraft) {
        startAnew()
        draft = saved
        wasSaved = true
        customer.set(saved.customer?.name ?? "")
        isOutcomeUnknown = saved.isInFlight && saved.customer != nil && !saved.lines.isEmpty
        if isOutcomeUnknown {
            focus = .totals
            explainLock()
        } else {
            focus = saved.customer == nil ? .customer : .entry
        }
    }

    /// The drafts that are offered; what may have been placed is settled first.
    var offers: [DraftOffer] {
        let all = beside + kept
        return all.filter(\.draft.isInFlight) + all.filter { !$0.draft.isInFlight }
    }

    /// Asks for the drafts that can be offered.
    mutating func loadDrafts() {
        let ticket = ticket()
        draftsTicket = ticket
        send(.loadDrafts(ticket: ticket))
    }

    /// Asks for them from outside.
    mutating func readDrafts() -> [OrderEntryEffect] {
        loadDrafts()
        return flush()
    }

    /// A key on the empty customer field while drafts are offered.
    /// - Returns: Whether it was meant for the offer.
    mutating func answerOffer(_ press: KeyPress) -> Bool {
        let index = min(offerIndex, offers.count - 1)
        switch press.key {
        case .enter: openOffer(offers[index])
        case .delete: discard(offers[index])
        case .down: offerIndex = min(index + 1, offers.count - 1)
        case .up: offerIndex = max(index - 1, 0)
        default: return false
        }
        return true
    }

    private mutating func openOffer(_ offer: DraftOffer) {
        if offer.isOpen { send(.showDraft(offer.key)) } else { begin(opening: offer.key) }
    }

    private mutating func begin(opening key: IdempotencyKey) {
        let ticket = ticket()
        hold = .opening(ticket: ticket, key: key)
        send(.open(ticket: ticket, key: key))
    }

    /// Opens a draft of the journal in this order, which is blank.
    mutating func open(_ key: IdempotencyKey) -> [OrderEntryEffect] {
        begin(opening: key)
        return flush()
    }

    /// Wants a draft taken away.
    ///
    /// One that may have been placed stays: its key is the only way to know.
    private mutating func discard(_ offer: DraftOffer) {
        guard !offer.draft.isInFlight else {
            say("This order may have been placed: Enter continues and asks.", .warning)
            return
        }
        send(.askDiscard(offer.draft))
    }

    /// A draft was discarded; it comes back under another key where this order is blank.
    mutating func discarded(_ draft: OrderDraft?, _ key: IdempotencyKey) -> [OrderEntryEffect] {
        send(.discard(key))
        kept.removeAll { $0.key == key }
        guard isBlank, let draft else {
            say("The draft is discarded.")
            return flush()
        }
        discarded = draft.renamed()
        say("The draft is discarded. \(self.key(.undo)) brings it back.")
        return flush()
    }

    mutating func receiveDrafts(_ drafts: [SavedDraft], now: Moment) {
        (kept, offerIndex, offersNow) = (drafts.map(DraftOffer.init), 0, now)
    }

    mutating func receiveOpened(_ ticket: UInt64, _ saved: SavedDraft?) {
        guard case .opening(ticket, let key)? = hold else { return }
        guard let saved else {
            kept.removeAll { $0.key == key }
            offerIndex = 0
            complain("The draft is open in another terminal, or was finished there.")
            dropTyped()
            return
        }
        let keys = typed
        adopt(saved.draft)
        savedAt = saved.savedAt
        typed = keys
        if isOutcomeUnknown {
            dropTyped()
        } else {
            readProducts()
            replay()
        }
    }

    /// Asks for stock and prices of the lines as they are now.
    mutating func readProducts() {
        guard !draft.lines.isEmpty, !isOutcomeUnknown else { return }
        let ticket = ticket()
        (readTicket, needsRead) = (ticket, false)
        send(.read(ticket: ticket, products: draft.lines.all.map(\.product)))
    }

    /// Reads lines whose products others have changed, one reading at a time.
    mutating func productsMoved(_ ids: Set<Int64>?) {
        guard ids.map({ ids in draft.lines.all.contains { ids.contains($0.product.value) } }) ?? true else { return }
        if readTicket == nil { readProducts() } else { needsRead = true }
    }

    /// Takes in the products of ``readProducts()``; those that are missing are no longer sold.
    mutating func receiveRead(_ products: [Product]) {
        let found = Set(products.map(\.id))
        show(products)
        for line in draft.lines.all where !found.contains(line.product) {
            update(line.product) { $0.isGone = true }
        }
    }

    /// Shows products as they are now on their lines.
    mutating func show(_ products: [Product]) {
        guard hold == nil, !isOutcomeUnknown else { return }
        let repriced = draft.lines.repricedCount
        for product in products { update(product.id) { $0 = $0.reading(product) } }
        guard draft.lines.repricedCount > repriced else { return }
        say("Prices have changed: \(key(.acceptPrices)) accepts the new ones.", .warning)
    }

    /// The offered draft as a sentence: `Draft of 14:02 for Іваненко, 3 lines: Enter continues, Del discards`.
    var offerText: Phrase? {
        let offers = offers
        guard isOffering, let offer = offers.indices.contains(offerIndex) ? offers[offerIndex] : offers.last else {
            return nil
        }
        let lines = format.counted(offer.draft.lines.count, "line")
        let time = offer.savedAt.map { format.time($0, now: offersNow) } ?? ""
        let what: Phrase =
            offer.draft.isInFlight ? "Sent, not answered: \(time)" : time.isEmpty ? "Draft" : "Draft of \(time)"
        let whose: Phrase = offer.draft.customer.map { "\(what) for \($0.name), \(lines)" } ?? "\(what), \(lines)"
        let text: Phrase =
            offer.draft.isInFlight ? "\(whose): Enter asks" : "\(whose): Enter continues, Del discards"
        return offers.count > 1 ? "\(text) (\(min(offerIndex, offers.count - 1) + 1) of \(offers.count))" : text
    }
}

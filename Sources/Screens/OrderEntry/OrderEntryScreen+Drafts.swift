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

    /// Asks for the drafts that can be offered.
    mutating func loadDrafts() {
        let ticket = ticket()
        draftsTicket = ticket
        send(.loadDrafts(ticket: ticket))
    }

    /// A key on the empty customer field while drafts are offered.
    /// - Returns: Whether it was meant for the offer.
    mutating func answerOffer(_ press: KeyPress) -> Bool {
        switch press.key {
        case .enter: openOffer()
        case .delete: discardOffer()
        case .down: offerIndex = min(offerIndex + 1, offers.count - 1)
        case .up: offerIndex = max(offerIndex - 1, 0)
        default: return false
        }
        return true
    }

    private mutating func openOffer() {
        let ticket = ticket()
        hold = .opening(ticket: ticket)
        send(.open(ticket: ticket, key: offers[offerIndex].draft.key))
    }

    /// Takes a draft away.
    ///
    /// One that may have been placed stays: its key is the only way to know.
    private mutating func discardOffer() {
        let offer = offers[offerIndex].draft
        guard !offer.isInFlight else {
            say("This order may have been placed: Enter continues and asks.", .warning)
            return
        }
        send(.discard(offer.key))
        discarded = offer.renamed()
        offers.remove(at: offerIndex)
        offerIndex = max(0, min(offerIndex, offers.count - 1))
        say("The draft is discarded. \(key(.undo)) brings it back.")
    }

    mutating func receiveDrafts(_ drafts: [SavedDraft], now: Moment) {
        // What may have been placed is settled first.
        offers = drafts.filter(\.draft.isInFlight) + drafts.filter { !$0.draft.isInFlight }
        (offerIndex, offersNow) = (0, now)
    }

    mutating func receiveOpened(_ ticket: UInt64, _ saved: SavedDraft?) {
        guard hold == .opening(ticket: ticket) else { return }
        guard let saved else {
            offers.remove(at: offerIndex)
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
        guard isOffering, offers.indices.contains(offerIndex) else { return nil }
        let saved = offers[offerIndex]
        let lines = format.counted(saved.draft.lines.count, "line")
        let time = format.time(saved.savedAt, now: offersNow)
        let what: Phrase = saved.draft.isInFlight ? "Sent, not answered: \(time)" : "Draft of \(time)"
        let whose: Phrase = saved.draft.customer.map { "\(what) for \($0.name), \(lines)" } ?? "\(what), \(lines)"
        let offer: Phrase =
            saved.draft.isInFlight ? "\(whose): Enter asks" : "\(whose): Enter continues, Del discards"
        return offers.count > 1 ? "\(offer) (\(offerIndex + 1) of \(offers.count))" : offer
    }
}

import Domain
import Services

extension OrderEntryScreen {
    /// Takes in what came back from outside; late answers to questions that nobody waits for are dropped.
    package mutating func receive(_ message: OrderEntryMessage) -> [OrderEntryEffect] {
        switch message {
        case .customers(let ticket, .success(let users)): receiveCustomers(users, ticket)
        case .customers(let ticket, .failure(let error)): if customers.fail(ticket) { complain(error.entryText) }
        case .products(let ticket, .success(let products)): receiveProducts(products, ticket)
        case .products(let ticket, .failure(let error)): if products.fail(ticket) { complain(error.entryText) }
        case .found(let ticket, let result): receiveAnswer(ticket, result) { Self.lines(of: $0, [$1]) }
        case .foundAll(let ticket, let result):
            if let check = codeCheck, check.ticket == ticket {
                receiveCode(check, result)
            } else {
                receiveAnswer(ticket, result, Self.lines)
            }
        case .lastOrder(let ticket, let result):
            receiveAnswer(ticket, result) { .answered(lines: $1, unknown: []) }
        case .placement(let ticket, let result): receivePlacement(ticket, result)
        default: receiveRest(message)
        }
        return flush()
    }

    private mutating func receiveRest(_ message: OrderEntryMessage) {
        switch message {
        case .read(let ticket, let result):
            guard ticket == readTicket else { return }
            readTicket = nil
            switch result {
            case .success(let products): receiveRead(products)
            case .failure(let error): complain(error.entryText)
            }
            if needsRead { readProducts() }
        case .saved(let key, _, let moment):
            if key == draft.key { savedAt = moment } else { keptRest(key) }
        case .saveFailed(let error):
            restOnItsWay = nil
            complain(error.phrase)
        case .drafts(let ticket, let drafts, let now): if ticket == draftsTicket { receiveDrafts(drafts, now: now) }
        case .enteredBy(let role): self.role = role
        case .opened(let ticket, let saved): receiveOpened(ticket, saved)
        case .customerCreated(let user): if hold == nil, !isOutcomeUnknown { choose(user) }
        case .productsChanged(let products): show(products)
        case .productsMoved(let ids): productsMoved(ids)
        case .databaseReturned: retry()
        case .customers, .products, .found, .foundAll, .lastOrder, .placement, .draftChosen, .draftWanted,
            .draftDiscarded:
            break
        }
    }

    private mutating func receiveProducts(_ hits: [Product], _ ticket: UInt64) {
        guard products.answer(ticket, hits) else { return }
        if let request = products.ask(self.ticket()) { send(.searchProducts(request)) }
    }
}

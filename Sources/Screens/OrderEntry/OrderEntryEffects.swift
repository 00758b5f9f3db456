package import Domain
package import Services

/// Does the work of order entry: the services, and the journal of drafts.
package enum OrderEntryEffects {
    /// Does the work of `effect` and sends what came of it; effects of the shell are not touched.
    ///
    /// Drafts are the `principal`'s; `asker` is who asks the services, where that is somebody else: nobody, once the
    /// login has ended.
    package static func perform(
        _ effect: OrderEntryEffect, services: ServiceCatalog, principal: Principal, asker: Principal? = nil,
        journal: DraftJournal, send: @Sendable (OrderEntryMessage) -> Void
    ) async {
        let desk = Desk(services: services, principal: asker ?? principal)
        switch effect {
        case .searchCustomers(let request):
            send(.customers(ticket: request.ticket, await desk.customers(request)))
        case .searchProducts(let request):
            send(.products(ticket: request.ticket, await desk.products(request)))
        case .find(let ticket, let words): send(.found(ticket: ticket, await desk.find(words)))
        case .findAll(let ticket, let codes): send(.foundAll(ticket: ticket, await desk.findAll(codes)))
        case .read(let ticket, let ids): send(.read(ticket: ticket, await desk.read(ids)))
        case .readLastOrder(let ticket, let customer):
            send(.lastOrder(ticket: ticket, await desk.lastOrder(of: customer)))
        case .place(let ticket, let draft, let request):
            await save(draft, principal, journal, send)
            let result = await desk.place(request)
            if case .success = result { await journal.remove(draft.key) }
            send(.placement(ticket: ticket, result))
        case .save(let draft): await save(draft, principal, journal, send)
        case .discard(let key): await journal.remove(key)
        case .release(let draft):
            if !draft.isEmpty { await save(draft, principal, journal, send) }
            await journal.release(draft.key)
        case .loadDrafts(let ticket):
            send(.enteredBy(principal.role))
            send(.drafts(ticket: ticket, await journal.drafts(of: principal.id), now: journal.now()))
        case .open(let ticket, let key):
            send(.opened(ticket: ticket, await journal.claim(key, owner: principal.id)))
        case .leave, .placed, .createCustomer, .ring, .listDrafts, .askDiscard, .beginDraft, .turnDraft, .showDraft:
            break
        }
    }

    private static func save(
        _ draft: OrderDraft, _ principal: Principal, _ journal: DraftJournal,
        _ send: @Sendable (OrderEntryMessage) -> Void
    ) async {
        do throws(DraftJournalError) {
            guard let moment = try await journal.save(draft, owner: principal.id) else { return }
            send(.saved(key: draft.key, revision: draft.revision, at: moment))
        } catch {
            send(.saveFailed(error))
        }
    }
}

/// The services as one operator asks them.
private struct Desk {
    let services: ServiceCatalog
    let principal: Principal

    func customers(_ request: LookupRequest) async -> Result<[User], ServiceError> {
        await answer { () async throws(ServiceError) in
            try await services.users.suggest(request.words, limit: request.limit, as: principal)
        }
    }

    /// Suggestions, and first of all the product with exactly this code.
    ///
    /// The suggestions hold it already unless there are more candidates than were asked for.
    func products(_ request: LookupRequest) async -> Result<[Product], ServiceError> {
        await answer { () async throws(ServiceError) in
            let hits = try await services.products.suggest(request.words, limit: request.limit, as: principal)
            guard hits.count >= request.limit, hits.first.map({ Self.has($0, request.words) }) != true,
                let exact = try await services.products.find(code: request.words, as: principal)
            else { return hits }
            return [exact] + hits.filter { $0.id != exact.id }
        }
    }

    func find(_ words: String) async -> Result<Product?, ServiceError> {
        await answer { () async throws(ServiceError) in
            if let exact = try await services.products.find(code: words, as: principal) { return exact }
            return try await services.products.suggest(words, limit: 1, as: principal).first
        }
    }

    func findAll(_ codes: [String]) async -> Result<[Product?], ServiceError> {
        await answer { () async throws(ServiceError) in
            var products: [Product?] = []
            for code in codes { products.append(try await services.products.find(code: code, as: principal)) }
            return products
        }
    }

    func read(_ ids: [Identifier<Product>]) async -> Result<[Product], ServiceError> {
        await answer { () async throws(ServiceError) in
            Array(try await services.products.list(ids: ids, as: principal).values)
        }
    }

    func lastOrder(of customer: Identifier<User>) async -> Result<[DraftLine], ServiceError> {
        await answer { () async throws(ServiceError) in
            let request = OrderListRequest(
                filter: OrderFilter(user: customer), sort: .createdAt, isDescending: true, limit: 1)
            guard let last = try await services.orders.list(request, as: principal).items.first else { return [] }
            let lines = try await services.orders.get(last.id, as: principal).lines
            let products = try await services.products.list(ids: lines.map(\.product), as: principal)
            return lines.compactMap { line in
                guard let product = products[line.product], product.archivedAt == nil else { return nil }
                return DraftLine(product, quantity: line.quantity)
            }
        }
    }

    func place(_ request: PlaceOrder) async -> Result<Placement, ServiceError> {
        await answer { () async throws(ServiceError) in
            try await services.orders.place(request, as: principal)
        }
    }

    private static func has(_ product: Product, _ code: String) -> Bool {
        let code = code.lowercased()
        return product.sku.lowercased() == code || product.barcode?.lowercased() == code
    }

    private func answer<Value: Sendable>(
        _ body: () async throws(ServiceError) -> Value
    ) async -> Result<Value, ServiceError> {
        do throws(ServiceError) {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}

import Domain
import Services
import TerminalUI
import Wording

extension AppModel {
    package mutating func update(_ message: Message) -> [Effect] {
        defer { resizeScreens() }
        // Whatever came may be what the kept keys have waited for.
        let effects = take(message) + replay()
        noteSaying()
        return effects + followPalette() + followLook() + followEnd() + keepPlaces()
    }

    /// An answer, unless rows were read anew by themselves, or keys typed ahead wait for the next answer.
    package func isAwaited(_ message: Message) -> Bool {
        switch message {
        case .reply(let ticket, _): ticket.place.slot != .patch && typeAhead.isEmpty
        case .entry: typeAhead.isEmpty
        default: false
        }
    }

    private mutating func take(_ message: Message) -> [Effect] {
        switch message {
        case .environment(let name, let operatorName):
            status.environment = name
            status.operatorName = operatorName
        case .databaseState(let state): return learn(state)
        case .servicesReady: return servicesAreReady()
        case .loginNeeded: return needLogin()
        case .loginRefused(let error): return refuseLogin(error)
        case .signedIn(let name, let role): return welcome(name, role)
        case .httpState(let state): return learn(state)
        case .reply(let ticket, let result): return receive(result, for: ticket)
        case .entry(let message, let screen): return receive(message, for: screen)
        case .changes(let changes): return hear(changes)
        case .slow(let ticket): if pending[ticket.place] == ticket.generation { slow.insert(ticket.place) }
        case .probed(let isBack): return probed(isBack)
        case .woken(let id): return wake(id)
        case .armed(let id): arm(id)
        case .undoExpired(let id): expireUndo(id)
        case .looked: looked()
        case .seed(let state): return learn(state)
        case .notice(let notice): return say(notice)
        case .views(let views): return know(views)
        case .themed(let request): return themed(request)
        case .themeRefused(let request, let fault): return themeRefused(request, fault)
        case .themeFilesChanged(let changed, let names): return themeFilesChanged(changed, names: names)
        }
        return []
    }

    /// Hands a reply to its screen, unless a newer query has taken its place or the screen is gone.
    private mutating func receive(_ result: Result<Reply, ServiceError>, for ticket: Ticket) -> [Effect] {
        guard pending[ticket.place] == ticket.generation else { return [] }
        pending[ticket.place] = nil
        slow.remove(ticket.place)
        var effects = noteReach(result)
        let change = writing.removeValue(forKey: ticket.place)
        if ticket.place.screen == Self.paletteScreen { return effects + receiveForPalette(result) }
        if ticket.place.screen == Self.undoScreen { return effects + receiveUndo(result) }
        let dropped = if case .failure = result { dropTypeAhead() } else { 0 }
        guard let index = layers.firstIndex(where: { $0.id == ticket.place.screen }) else {
            return effects + reportLate(result)
        }
        let isOfMany = layers[index].screen.changesMany
        let steps = layers[index].screen.receive(result, for: ticket.place.slot)
        effects += apply(steps, from: ticket.place.screen)
        if let change, !isOfMany, case .success(.record) = result { effects += offerUndo(of: change) }
        if dropped > 0, let said = notice {
            notice = Notice(
                said.kind, "\(said.text) (\(count: dropped, "typed-ahead key", "typed-ahead keys") dropped)")
        }
        return effects
    }

    private mutating func wake(_ id: Int) -> [Effect] {
        guard let index = layers.firstIndex(where: { $0.id == id }) else { return [] }
        let steps = layers[index].screen.wake()
        return apply(steps, from: id)
    }

    /// Tells every screen what has changed, save those that read anew by themselves once they are shown.
    private mutating func hear(_ changes: Changes) -> [Effect] {
        layers.map(\.id).flatMap { id -> [Effect] in
            guard let index = layers.firstIndex(where: { $0.id == id }) else { return [] }
            guard index == layers.count - 1 || !layers[index].screen.readsWhenShown else { return [] }
            let steps = layers[index].screen.learn(changes)
            return apply(steps, from: id)
        }
    }

    /// Keys typed for what has not come to pass might do harm.
    private mutating func dropTypeAhead() -> Int {
        defer { typeAhead = [] }
        return typeAhead.count
    }

    private mutating func receive(_ message: OrderEntryMessage, for screen: Int) -> [Effect] {
        let effects = message.isUnavailable ? noteReach(.failure(.unavailable)) : []
        guard let index = layers.firstIndex(where: { $0.id == screen }) else {
            guard case .placement(_, let result) = message else { return effects }
            return effects + reportLate(result.map { .record(.order(OrderSummary($0.order))) })
        }
        if case .placement(_, .failure) = message { typeAhead = [] }
        let steps = layers[index].screen.receive(message)
        return effects + apply(steps, from: screen)
    }

    /// A change was written after its screen had been left.
    private mutating func reportLate(_ result: Result<Reply, ServiceError>) -> [Effect] {
        switch result {
        case .success(.record(let record)): return tell(.changed(record)) + say(.done("Saved."))
        case .success: return []
        case .failure(let error): return say(.error(error.headline))
        }
    }

    private mutating func learn(_ state: HTTPState) -> [Effect] {
        let isNews = status.http != state
        status.http = state
        // The listener tries a taken port again and again; it is told once.
        guard isNews, case .failed(let text) = state else { return [] }
        return say(.error("HTTP is off: \(text)"))
    }

    private mutating func learn(_ state: SeedState) -> [Effect] {
        if case .progress = state {} else { isSeeding = false }
        switch state {
        case .progress(let text):
            showProgress(.info(text))
            return []
        case .done(let text):
            let id = layers[0].id
            return say(.done(text)) + apply(layers[0].screen.reappear(), from: id)
        case .failed(let text): return say(.error(text))
        }
    }
}

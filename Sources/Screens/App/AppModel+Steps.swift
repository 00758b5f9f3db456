import Domain
import TerminalUI
import Wording

extension AppModel {
    /// Does what the screen with number `id` wants.
    mutating func apply(_ steps: [Step], from id: Int) -> [Effect] {
        steps.flatMap { apply($0, from: id) }
    }

    private mutating func apply(_ step: Step, from id: Int) -> [Effect] {
        switch step {
        case .ask(let query, let slot): return send(query, Ticket.Place(screen: id, slot: slot))
        case .drop(let slot): return drop(Ticket.Place(screen: id, slot: slot))
        case .open(let screen): return open(screen)
        case .enterOrder(let user):
            if let reason = accessRefusal(of: .newOrder) { return say(.info(reason)) }
            return open(EntryScreen(options, customer: user))
        case .replace(let screen): return replace(id, screen)
        case .turn(let direction): return turn(direction)
        case .close: return close(id)
        case .goHome: return goHome()
        case .say(let notice): return say(notice)
        case .wake(let pause): return [.wake(after: pause, screen: id)]
        case .confirm(let text, let steps): return ask(text, steps, from: id)
        case .confirmNumber(let text, let number, let steps): return ask(text, steps, from: id, number: number)
        case .tell(let news): return tell(news)
        case .work(let effect): return [.entry(effect, screen: id)]
        case .hear(let message): return hand(message, toScreenAt: layers.firstIndex { $0.id == id })
        case .passDown(let message): return hand(message, toScreenAt: layers.firstIndex { $0.id == id }.map { $0 - 1 })
        case .showAside(let isShown): return show(aside: isShown)
        case .changeView(let change): return self.change(change)
        case .run(.seedDemo):
            if isSeeding { return say(.info("The demo shop is being filled already.")) }
            isSeeding = true
            return [.seedDemo]
        case .run(let effect): return [effect]
        case .does(let action): return performGlobal(action)
        case .quit:
            isFinished = true
            return []
        }
    }

    private mutating func hand(_ message: OrderEntryMessage, toScreenAt index: Int?) -> [Effect] {
        guard let index, layers.indices.contains(index) else { return [] }
        let steps = layers[index].screen.receive(message)
        return apply(steps, from: layers[index].id)
    }

    mutating func send(_ query: Query, _ place: Ticket.Place) -> [Effect] {
        if place.slot == .write && pending[place] != nil {
            return say(.error("The change before is still being written; a moment."))
        }
        let ticket = Ticket(place: place, generation: nextNumber())
        pending[place] = ticket.generation
        if case .change(let change) = query { writing[place] = change }
        slow.remove(place)
        return [.ask(query, ticket)]
    }

    /// Gives up what a place waits for, and tells its screen.
    mutating func drop(_ place: Ticket.Place) -> [Effect] {
        guard let generation = pending.removeValue(forKey: place) else { return [] }
        slow.remove(place)
        if let index = layers.firstIndex(where: { $0.id == place.screen }) { layers[index].screen.forget(place.slot) }
        return [.drop(Ticket(place: place, generation: generation))]
    }

    private mutating func open(_ screen: any Screen) -> [Effect] {
        let id = nextNumber()
        notice = nil
        var screen = screen
        screen.recall(memory)
        screen.learn(memory.views, showsAside: showsAside)
        layers.append(Layer(id: id, screen: screen))
        resizeScreens()
        return apply(top.start(), from: id)
    }

    private mutating func replace(_ id: Int, _ screen: any Screen) -> [Effect] {
        guard let index = layers.firstIndex(where: { $0.id == id }) else { return [] }
        let effects = dropAll(of: id)
        let new = nextNumber()
        layers[index] = Layer(id: new, screen: screen)
        resizeScreens()
        return effects + apply(layers[index].screen.start(), from: new)
    }

    private mutating func turn(_ direction: Int) -> [Effect] {
        let below = layers.count - 2
        guard below >= 0, let (screen, steps) = layers[below].screen.neighbour(direction) else {
            return say(.info(direction > 0 ? "There is no further record here." : "This is the first record."))
        }
        return apply(steps, from: layers[below].id) + replace(topID, screen)
    }

    private mutating func close(_ id: Int) -> [Effect] {
        guard let index = layers.firstIndex(where: { $0.id == id }), index > 0 else { return [] }
        let wasTop = index == layers.count - 1
        let effects = dropAll(of: id)
        remember(layers[index].screen)
        layers.remove(at: index)
        guard wasTop else { return effects }
        forgetNotice()
        resizeScreens()
        let below = topID
        return effects + apply(top.reappear(), from: below)
    }

    private mutating func goHome() -> [Effect] {
        guard layers.count > 1 else { return [] }
        var effects: [Effect] = []
        for index in layers.indices.dropFirst() {
            let steps = layers[index].screen.willClose()
            effects += apply(steps, from: layers[index].id) + dropAll(of: layers[index].id)
            remember(layers[index].screen)
        }
        layers.removeLast(layers.count - 1)
        forgetNotice()
        resizeScreens()
        return effects + apply(top.reappear(), from: topID)
    }

    /// Gives up the readings of a screen that goes; what it is writing goes on, and reports by a message.
    private mutating func dropAll(of id: Int) -> [Effect] {
        var effects: [Effect] = []
        for (place, generation) in pending where place.screen == id {
            slow.remove(place)
            guard place.slot != .write else { continue }
            pending[place] = nil
            effects.append(.drop(Ticket(place: place, generation: generation)))
        }
        return effects
    }

    mutating func say(_ notice: Notice) -> [Effect] {
        self.notice = notice
        return notice.kind == .error ? [.ring] : []
    }

    private mutating func forgetNotice() {
        if notice?.kind == .info { notice = nil }
    }

    mutating func tell(_ news: News) -> [Effect] {
        var effects: [Effect] = []
        for id in layers.map(\.id) {
            guard let index = layers.firstIndex(where: { $0.id == id }) else { continue }
            let steps = layers[index].screen.learn(news)
            effects += apply(steps, from: id)
        }
        return effects
    }
}

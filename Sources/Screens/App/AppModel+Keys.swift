package import TerminalUI
import Wording

extension AppModel {
    package mutating func handle(_ event: TerminalEvent) -> [Effect] {
        defer { resizeScreens() }
        let effects = take(event)
        noteSaying()
        return effects + followPalette() + followLook() + followEnd() + keepPlaces()
    }

    /// As ``handle(_:)``; the times of keys tell a scanner from a person.
    package mutating func handle(_ event: TerminalEvent, at moment: ContinuousClock.Instant) -> [Effect] {
        pressedAt = moment
        defer { pressedAt = nil }
        return handle(event)
    }

    private mutating func take(_ event: TerminalEvent) -> [Effect] {
        switch event {
        case .key(let press): return handle(press)
        case .paste(let text): return paste(text)
        case .resize(let size):
            self.size = size
            resizeScreens()
            let id = topID
            return apply(top.resized(), from: id)
        case .suspend: return [.suspend]
        case .hangup, .terminate:
            isFinished = true
            return []
        case .mouse(let event): return handle(event)
        case .endOfInput:
            isEnding = true
            return []
        case .focus, .resumed: return []
        }
    }

    private mutating func handle(_ press: KeyPress) -> [Effect] {
        let scan = noteBurst(press)
        if notice?.kind == .error || top.isTyping { notice = nil }
        if let question { return answer(question, press) }
        let replayed = replay()
        // A question that the replay has led to is not answered by this key either.
        if question != nil { return replayed }
        if overlay?.isWaiting == true, !Self.givesUp(press) { return replayed + keep(press) }
        if overlay != nil {
            if overlay?.isWaiting == true { typeAhead = [] }
            return replayed + handleOverlay(press)
        }
        let action = action(for: press)
        if action != .interrupt { wasInterrupted = false }
        if !typeAhead.isEmpty || mustWait(for: press, action) { return replayed + queue(press, action) }
        if let scan, let taken = take(scan: scan, endedBy: press) { return replayed + taken }
        return replayed + dispatch(press, action)
    }

    /// Notes a press that may belong to a scan; before the first one, the screen is kept as it is.
    private mutating func noteBurst(_ press: KeyPress) -> String? {
        guard top.takesScans, overlay == nil, question == nil else {
            (burst, beforeBurst) = (ScanBurst(), nil)
            return nil
        }
        let scan = burst.take(press, at: pressedAt)
        if burst.begins { beforeBurst = layers.last }
        return scan
    }

    /// Has the screen take a scan whose characters went wherever the cursor stood; `nil` if that was the right place.
    private mutating func take(scan: String, endedBy press: KeyPress) -> [Effect]? {
        guard let before = beforeBurst, before.id == topID else { return nil }
        beforeBurst = nil
        return top.take(scan: scan, endedBy: press, before: before.screen).map { apply($0, from: before.id) }
    }

    /// What `press` means on the screen that is shown.
    ///
    /// While it takes text, printable keys mean themselves.
    private func action(for press: KeyPress) -> Action? {
        if top.isTyping && press.character != nil { return nil }
        return options.keymap.action(for: press, in: scopes)
    }

    /// While a change is written, every key waits: it was typed for what the screen will be afterwards.
    private func mustWait(for press: KeyPress, _ action: Action?) -> Bool {
        let isWriting = [topID, Self.undoScreen].contains { pending[Ticket.Place(screen: $0, slot: .write)] != nil }
        return isWriting || top.mustWait(for: press, action: action)
    }

    /// Keeps a press until the reply that it waits for is there; the keys that lead away are never kept.
    private mutating func queue(_ press: KeyPress, _ action: Action?) -> [Effect] {
        switch action {
        case .back, .cancel, .interrupt, .quit, .home, .suspend, .redraw, .help, .palette:
            typeAhead = []
            return dispatch(press, action)
        default: break
        }
        return keep(press)
    }

    private mutating func keep(_ press: KeyPress) -> [Effect] {
        guard typeAhead.count < Self.maximumTypeAhead else { return [.ring] }
        typeAhead.append(press)
        return []
    }

    /// Whether a press gives up what Enter has asked for in the palette.
    private static func givesUp(_ press: KeyPress) -> Bool {
        [.escape, .function(3), .function(12)].contains(press.key)
            || press == KeyPress(.character("g"), .control) || press == KeyPress(.character("c"), .control)
    }

    /// Hands kept presses over as far as the screen takes them.
    mutating func replay() -> [Effect] {
        var effects: [Effect] = []
        var taken = 0
        while taken < typeAhead.count, question == nil, !isFinished, overlay?.isWaiting != true {
            let press = typeAhead[taken]
            if overlay != nil {
                effects += handleOverlay(press)
            } else {
                let action = action(for: press)
                if mustWait(for: press, action) { break }
                effects += dispatch(press, action)
            }
            taken += 1
        }
        // A question must not be answered by what was typed before it was asked.
        typeAhead = question == nil ? Array(typeAhead.dropFirst(taken)) : []
        return effects
    }

    private mutating func dispatch(_ press: KeyPress, _ action: Action?) -> [Effect] {
        if top.isTyping, action == nil || !isAlways(press, action) {
            let id = topID
            if let steps = top.type(press) { return apply(steps, from: id) }
        }
        guard let action else { return [] }
        return perform(action)
    }

    /// Whether a press means the same even while text is typed.
    private func isAlways(_ press: KeyPress, _ action: Action?) -> Bool {
        guard press.character == nil, let action else { return false }
        return options.keymap.table(.everywhere).id(for: press) == action && action.isAlways
    }

    /// The scopes that hold on the screen that is shown.
    var scopes: [Scope] { top.scopes + [.everywhere] }

    /// Does an action of the screen that is shown, or of the program; one that can't be done says why.
    mutating func perform(_ action: Action) -> [Effect] {
        let id = topID
        if let reason = refusal(of: action) { return say(.info(reason)) }
        if let steps = top.perform(action) { return apply(steps, from: id) }
        return performGlobal(action)
    }

    mutating func performGlobal(_ action: Action) -> [Effect] {
        if let reason = accessRefusal(of: action) { return say(.info(reason)) }
        switch action {
        case .help: openHelp()
        case .palette: openPalette()
        case .findOrder, .findProduct, .findCustomer, .chooseTheme, .openView: openPalette(for: action)
        case .messages: overlay = .messages(MessageOverlay(notices, options.format))
        case .goTo: overlay = .commands(.goTo(Self.places, options.format.language))
        case .interrupt: return interrupt()
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        case .quit: return quit()
        case .back, .cancel: return leave()
        case .home: return go([.goHome])
        case .orders: return go([.goHome, .open(OrdersScreens.list(options.format))])
        case .users: return go([.goHome, .open(UsersScreens.list(options.format))])
        case .products: return go([.goHome, .open(ProductsScreens.list(options.format))])
        case .ledger: return go([.goHome, .open(ProductsScreens.ledger(options.format))])
        case .audit: return go([.goHome, .open(AuditScreens.list(options.format))])
        case .undo: return takeBack()
        case .requests: return go([.goHome, .open(RequestLogScreen(format: options.format))])
        case .newOrder: return apply([.enterOrder(nil)], from: topID)
        case .theme(let name): return choose(theme: name)
        default: break
        }
        return []
    }

    /// Leaves all screens, and opens a list from Home, so that the way back stays short.
    mutating func go(_ steps: [Step]) -> [Effect] {
        guard let unsaved = layers.last(where: { $0.screen.isUnsaved }) else { return apply(steps, from: topID) }
        return ask("Leave \(unsaved.screen.crumb) without saving?", steps)
    }

    private mutating func leave() -> [Effect] {
        guard layers.count > 1 else {
            return apply([.say(.info("This is Home. q or F3 ends the program."))], from: topID)
        }
        guard top.isUnsaved else { return apply([.close], from: topID) }
        return ask("Leave without saving?", [.close])
    }

    private mutating func quit() -> [Effect] {
        guard layers.contains(where: { $0.screen.isUnsaved }) else {
            isFinished = true
            return []
        }
        return ask("Something is not saved. End the program all the same?", [.quit])
    }

    /// ^C gives up the query that runs; with nothing to give up, the second one in a row ends the program.
    private mutating func interrupt() -> [Effect] {
        let running = pending.keys.filter { $0.screen == topID && $0.slot != .write }
        if !running.isEmpty {
            wasInterrupted = false
            return running.flatMap { drop($0) } + apply([.say(.info("Cancelled. F5 asks again."))], from: topID)
        }
        if wasInterrupted {
            isFinished = true
            return []
        }
        wasInterrupted = true
        notice = .info("Press ^C once more to end the program.")
        return []
    }

    private mutating func paste(_ text: String) -> [Effect] {
        guard question == nil else { return [] }
        if overlay != nil {
            overlay?.paste(text)
            return []
        }
        let id = topID
        return apply(top.paste(text), from: id)
    }
}

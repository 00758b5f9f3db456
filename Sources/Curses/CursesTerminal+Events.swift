import CTerminal
import Glibc
import Reactor
public import TerminalUI

extension CursesTerminal {
    /// The most bytes read in one batch; what is beyond waits in the terminal.
    private static let batch = 65_536

    /// The next batch of events; empty once the terminal is closed or gone, or the task is cancelled.
    public func events() async -> [TerminalEvent] {
        while !isClosed {
            guard !isHungUp else { return [] }
            do {
                let patience = decoder.patience
                try await loop.wait(for: devices.watch, events: Int32(POLLIN), until: patience.map { lastInput + $0 })
            } catch is PollTimeout {
                let events = decoder.flush().map(interpret)
                if !events.isEmpty { return events }
                continue
            } catch {
                return []
            }
            guard !isClosed else { return [] }
            let ready = devices.ready
            var events = ready.signals ? takeSignals() : []
            guard !isClosed else { return [] }
            if ready.input { events += takeInput() }
            if !events.isEmpty { return events }
        }
        return []
    }

    /// Turns the bytes of the signal pipe into events; several changes of size are one.
    private func takeSignals() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        var hasNewSize = false
        for number in devices.read(from: devices.signals, atMost: 256, isReady: true).bytes {
            switch Int32(number) {
            case SIGHUP: events.append(.hangup)
            case SIGTERM, SIGINT: events.append(.terminate)
            case SIGTSTP: events.append(.suspend)
            case SIGWINCH: hasNewSize = true
            case SIGCONT:
                goOn()
                events.append(.resumed)
                hasNewSize = true
            default: break
            }
        }
        if hasNewSize, let resize = takeSize() { events.append(resize) }
        return events
    }

    private func takeSize() -> TerminalEvent? {
        let new = devices.size
        guard new != size, !isClosed else { return nil }
        size = new
        painted = nil
        ct_screen_resize(Int32(new.height), Int32(new.width))
        return .resize(new)
    }

    private func takeInput() -> [TerminalEvent] {
        guard !isHungUp, !isSuspended else { return [] }
        let input = devices.read(from: devices.input, atMost: Self.batch, isReady: true)
        var events: [TerminalEvent] = []
        if !input.bytes.isEmpty {
            lastInput = .now
            events = decoder.feed(input.bytes).map(interpret)
        }
        if input.isEnd {
            isHungUp = true
            // A descriptor at its end stays readable, and the wait would spin.
            ct_watch_remove(devices.watch, devices.input)
            events += decoder.flush().map(interpret) + [.hangup]
        }
        return events
    }

    /// Counts clicks, and lets ^Z, a key like any other in raw mode, ask for what it asks for everywhere.
    private func interpret(_ event: TerminalEvent) -> TerminalEvent {
        switch event {
        case .key(KeyPress(.character("z"), .control)): .suspend
        case .mouse(let click): .mouse(clicks.count(click, at: lastInput))
        default: event
        }
    }
}

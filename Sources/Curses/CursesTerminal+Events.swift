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
            var events = takeSignals()
            guard !isClosed else { return [] }
            events += takeInput()
            if !events.isEmpty { return events }
            guard !isHungUp else { return [] }
            do {
                let patience = decoder.patience
                try await loop.wait(for: devices.watch, events: Int32(POLLIN), until: patience.map { lastInput + $0 })
            } catch is PollTimeout {
                let events = decoder.flush().map(Self.interpret)
                if !events.isEmpty { return events }
            } catch {
                return []
            }
        }
        return []
    }

    /// Turns the bytes of the signal pipe into events; several changes of size are one.
    private func takeSignals() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        var hasNewSize = false
        for number in read(from: devices.signals, atMost: 256).bytes {
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
        let input = read(from: devices.input, atMost: Self.batch)
        var events: [TerminalEvent] = []
        if !input.bytes.isEmpty {
            lastInput = .now
            events = decoder.feed(input.bytes).map(Self.interpret)
        }
        if input.isEnd {
            isHungUp = true
            // A descriptor at its end stays readable, and the wait would spin.
            ct_watch_remove(devices.watch, devices.input)
            events += decoder.flush().map(Self.interpret) + [.hangup]
        }
        return events
    }

    /// In raw mode ^Z is a key like any other; here it asks for what it asks for everywhere.
    private static func interpret(_ event: TerminalEvent) -> TerminalEvent {
        event == .key(KeyPress(.character("z"), .control)) ? .suspend : event
    }

    /// Reads what is there without waiting; the end is that of a terminal whose other side is gone.
    private func read(from descriptor: Int32, atMost limit: Int) -> (bytes: [UInt8], isEnd: Bool) {
        var all: [UInt8] = []
        while all.count < limit {
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, initialized in
                count = ct_tty_read(descriptor, buffer.baseAddress, buffer.count)
                initialized = max(0, count)
            }
            all += chunk
            if count == 0 { return (all, true) }
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return (all, errno != EAGAIN) }
        }
        return (all, false)
    }
}

import CTerminal
import Glibc
import Reactor
public import TerminalUI

extension LinearTerminal {
    /// The most bytes read in one batch; what is beyond waits.
    private static let batch = 4096

    /// The next batch of events; empty once the terminal is closed or gone, or the task is cancelled.
    public func events() async -> [TerminalEvent] {
        while !isClosed {
            let events = takeSignals() + takeInput()
            if !events.isEmpty { return events }
            guard !isHungUp || !isInteractive, !isClosed else { return [] }
            do {
                let limit = decoder.patience.map { ContinuousClock.now + $0 }
                try await loop.wait(for: devices.watch, events: Int32(POLLIN), until: limit)
            } catch is PollTimeout {
                let events = decoder.flush().map(Self.interpret)
                if !events.isEmpty { return events }
            } catch {
                return []
            }
        }
        return []
    }

    private func takeSignals() -> [TerminalEvent] {
        devices.read(from: devices.signals, atMost: 256).bytes.compactMap { number in
            switch Int32(number) {
            case SIGHUP: return .hangup
            case SIGTERM, SIGINT: return .terminate
            case SIGTSTP: return .suspend
            case SIGCONT:
                goOn()
                return .resumed
            default: return nil
            }
        }
    }

    private func takeInput() -> [TerminalEvent] {
        guard !isHungUp, !isSuspended else { return [] }
        let input = devices.read(from: devices.input, atMost: Self.batch)
        // Lines from a pipe end in LF, which is what a keyboard's Enter is not.
        let bytes = isInteractive ? input.bytes : input.bytes.map { $0 == 0x0A ? 0x0D : $0 }
        var events = decoder.feed(bytes).map(Self.interpret)
        if input.isEnd {
            isHungUp = true
            ct_watch_remove(devices.watch, devices.input)
            // A terminal that ends is gone; a pipe that ends has said all, and wants to hear the answers.
            events += decoder.flush().map(Self.interpret) + [isInteractive ? .hangup : .endOfInput]
        }
        return events
    }

    private static func interpret(_ event: TerminalEvent) -> TerminalEvent {
        event == .key(KeyPress(.character("z"), .control)) ? .suspend : event
    }
}

import CTerminal
import Glibc
import Reactor

/// SIGTERM, SIGINT and SIGHUP as something to wait for, in programs that no terminal is painted by.
struct TerminationSignals: Sendable {
    private let loop: PollLoop
    private let descriptor: Int32

    /// Takes the signals over for the rest of the program.
    init() {
        loop = PollLoop(name: "signals")
        descriptor = ct_signals_open()
    }

    /// Waits for the first of them.
    func first() async {
        while !Task.isCancelled {
            do { try await loop.wait(for: descriptor, events: Int32(POLLIN)) } catch { return }
            var number: UInt8 = 0
            while read(descriptor, &number, 1) == 1 {
                if [SIGTERM, SIGINT, SIGHUP].contains(Int32(number)) { return }
            }
        }
    }
}

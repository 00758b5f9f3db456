import Screens
import Synchronization
import TerminalUI

/// Messages that have come and wait to be handed over, and how much work is still to send some.
final class Arrivals: Sendable {
    private struct State {
        var messages: [Message] = []
        var working = 0
        var links = 0
    }

    private let state = Mutex(State())

    var sink: MessageSink<Message> { MessageSink { [weak self] message in self?.put(message) } }

    func put(_ message: Message) { state.withLock { $0.messages.append(message) } }

    /// Takes all that has come.
    func take() -> [Message] {
        state.withLock { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Whoever announces changes is heard again.
    func link() { state.withLock { $0.links += 1 } }
    /// How often a connection to hear announcements on was made.
    var links: Int { state.withLock { $0.links } }

    func begin() { state.withLock { $0.working += 1 } }
    func end() { state.withLock { $0.working -= 1 } }

    /// How many effects are being done.
    var working: Int { state.withLock { $0.working } }
    /// Whether nothing has come, and nothing will by itself.
    var isQuiet: Bool { state.withLock { $0.working == 0 && $0.messages.isEmpty } }
}

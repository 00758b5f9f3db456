import Screens
import Synchronization
import TerminalUI

/// Messages that have come and wait to be handed over, and how much work is still to send some.
final class Arrivals: Sendable {
    private struct State {
        var messages: [Message] = []
        var working = 0
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

    func begin() { state.withLock { $0.working += 1 } }
    func end() { state.withLock { $0.working -= 1 } }

    /// How many effects are being done.
    var working: Int { state.withLock { $0.working } }
    /// Whether nothing has come, and nothing will by itself.
    var isQuiet: Bool { state.withLock { $0.working == 0 && $0.messages.isEmpty } }
}

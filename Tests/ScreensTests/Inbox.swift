import Screens
import Synchronization
import TerminalUI

/// Collects what effects send.
final class Inbox: Sendable {
    private let received = Received()
    private let stream: AsyncStream<Message>
    let sink: MessageSink<Message>

    private final class Received: Sendable {
        let messages = Mutex<[Message]>([])
    }

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Message.self)
        self.stream = stream
        sink = MessageSink { [received] message in
            received.messages.withLock { $0.append(message) }
            continuation.yield(message)
        }
    }

    /// All that came so far.
    var messages: [Message] { received.messages.withLock { $0 } }

    /// Waits for the first message.
    func first() async -> Message? {
        for await message in stream { return message }
        return nil
    }
}

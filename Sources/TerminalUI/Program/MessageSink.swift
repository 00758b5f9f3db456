/// Where effects, listeners and servers put messages for a program's model; usable from anywhere.
public struct MessageSink<Message: Sendable>: Sendable {
    private let put: @Sendable (Message) -> Void
    private let room: @Sendable () async -> Void

    /// A sink over a function; tests of effects use it to collect what is sent.
    public init(_ put: @escaping @Sendable (Message) -> Void) {
        self.init(put, room: {})
    }

    init(_ put: @escaping @Sendable (Message) -> Void, room: @escaping @Sendable () async -> Void) {
        self.put = put
        self.room = room
    }

    /// Sends the result of an effect.
    ///
    /// Nothing is ever dropped while the program runs. The queue has no limit of its own, because a synchronous
    /// sender could only lose a message or block its thread; it is bounded by who sends: each effect in flight
    /// sends a few messages. Sources without an end, such as a listener or the progress of an import, use
    /// ``deliver(_:)`` instead.
    public func send(_ message: Message) {
        put(message)
    }

    /// Sends a message once the program has room for it, so that a fast source waits for a busy program.
    public func deliver(_ message: Message) async {
        await room()
        put(message)
    }
}

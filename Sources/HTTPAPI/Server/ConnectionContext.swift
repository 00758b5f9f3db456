import NIOCore

/// What all requests of one connection share.
final class ConnectionContext: Sendable {
    /// That of the connection whose task this is.
    @TaskLocal static var current: ConnectionContext?

    let source: ClientAddress
    /// The thread of the connection.
    let executor: EventLoopExecutor

    init(of channel: any Channel) {
        (source, executor) = (ClientAddress(of: channel), EventLoopExecutor(channel.eventLoop))
    }
}

import NIOCore
import Synchronization

/// What all requests of one connection share.
final class ConnectionContext: Sendable {
    /// That of the connection whose task this is.
    @TaskLocal static var current: ConnectionContext?

    /// The thread of the connection.
    let executor: EventLoopExecutor
    private let knownSource = Mutex<ClientAddress?>(nil)

    init(_ loop: any EventLoop) { executor = EventLoopExecutor(loop) }

    /// Where its requests come from.
    ///
    /// To be asked within a request: a channel that is still being set up knows no address, and would be taken for one
    /// of this machine.
    func source(of channel: any Channel) -> ClientAddress {
        knownSource.withLock { known in
            let source = known ?? ClientAddress(of: channel)
            known = source
            return source
        }
    }
}

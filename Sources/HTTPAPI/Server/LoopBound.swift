import HummingbirdCore
import Logging
import NIOCore

/// Serves each connection on the thread of its event loop, requests and answers included.
///
/// On Swift's own pool every request would cross from thread to thread twice, and wake one each time.
struct LoopBound<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        base.setup(channel: channel, logger: logger)
    }

    func handle(value: Base.Value, logger: Logger) async {
        let context = ConnectionContext(value.channel.eventLoop)
        await ConnectionContext.$current.withValue(context) {
            await withTaskExecutorPreference(context.executor) {
                await base.handle(value: value, logger: logger)
            }
        }
    }
}

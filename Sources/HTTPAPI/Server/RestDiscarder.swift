import NIOCore

/// Takes what a client is still sending after its request was answered, and throws it away, up to a number of bytes.
///
/// It stands before all others, so that nothing is made of these bytes; the end of the client's side closes ours.
final class RestDiscarder: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private var left: Int

    private init(maximum: Int) { left = maximum }

    /// Reads on for a while, and within a number of bytes, once an answer is written that ends its connection.
    ///
    /// Closing at once would reset the connection, and take the answer with it; and a client that sends all of its
    /// request before it listens would wait for leave to go on. To be called on the channel's thread.
    static func linger(on channel: any Channel, _ limits: HTTPLimits) {
        // A stream of HTTP/2 has an end of its own, which does not touch what was sent.
        if !channel.isMultiplexed {
            do {
                let discarder = RestDiscarder(maximum: limits.lingerBytes)
                try channel.pipeline.syncOperations.addHandler(discarder, position: .first)
            } catch {
                // Only a pipeline that is gone already takes no handlers.
                return
            }
            channel.close(mode: .output, promise: nil)
        }
        let end = channel.eventLoop.scheduleTask(in: TimeAmount(limits.linger)) { channel.close(promise: nil) }
        // The task holds the channel with all that it has read: a storm of refusals would be kept for that long.
        channel.closeFuture.whenComplete { _ in end.cancel() }
    }

    /// Whoever holds reads back until a body is taken has no say any more: nobody takes it.
    func handlerAdded(context: ChannelHandlerContext) { context.read() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        left -= unwrapInboundIn(data).readableBytes
        if left < 0 { context.close(promise: nil) }
    }

    func channelReadComplete(context: ChannelHandlerContext) { context.read() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}

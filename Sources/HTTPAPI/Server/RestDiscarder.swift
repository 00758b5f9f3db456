import NIOCore

/// Takes what a client is still sending after its request was answered, and throws it away, up to a number of bytes.
///
/// It stands before all others, so that nothing is made of these bytes; the end of the client's side closes ours.
final class RestDiscarder: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private var left: Int

    init(maximum: Int) { left = maximum }

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

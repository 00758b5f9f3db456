import Domain
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Gives a problem document to the refusals that the server writes by itself.
///
/// A request that the parser gives up on (garbage, headers beyond the limits) never becomes a request, so that no
/// endpoint sees it: the server answers a bare 400 and closes. Those are told from ours by having no request id.
final class ParserRefusalHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How much is read from a connection at a time: several reads wait in line where a body is slow to be taken.
    private static let buffers = AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: 16_384)

    private let limits: HTTPLimits
    /// Whether the answer under way is such a refusal.
    private var isRefusing = false

    init(_ limits: HTTPLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        OldClientHandler.add(to: context.pipeline)
        // A stream of HTTP/2 has no such option: its connection reads for all of them.
        if !context.channel.isMultiplexed {
            context.channel.setOption(.recvAllocator, value: Self.buffers).whenFailure {
                [channel = context.channel] _ in
                channel.close(promise: nil)
            }
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status == .badRequest && head.headerFields[.requestID] == nil:
            isRefusing = true
            refuse(context, promise)
        case .end where isRefusing:
            context.writeAndFlush(data, promise: promise)
            RestDiscarder.linger(on: context.channel, limits)
        default: context.write(data, promise: promise)
        }
    }

    private func refuse(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        let id = RequestID.id(for: [:])
        let problem = Problem(.malformedRequest, "The request is not HTTP/1.1, or its headers are too large.")
        let reply = problem.reply(requestID: id)
        var headers = reply.headers
        headers[.connection] = "close"
        headers[.contentLength] = String(reply.bytes.count)
        headers[.requestID] = id
        headers[.date] = Moment.now.httpDate
        context.write(wrapOutboundOut(.head(HTTPResponse(status: reply.status, headerFields: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: reply.bytes))), promise: promise)
    }
}

import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Keeps to what clients of HTTP/1.0 expect: the end of the connection is the end of the answer, unless they have asked
/// to keep it and the answer has a length.
///
/// It stands before the translation into `HTTPTypes`, which knows no versions.
final class OldClientHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private var isOld = false
    private var keeps = false

    /// Puts a handler where it belongs; there is no such place on a stream of HTTP/2.
    static func add(to pipeline: ChannelPipeline) {
        guard let codec = try? pipeline.syncOperations.handler(type: HTTP1ToHTTPServerCodec.self) else { return }
        // Only a pipeline that is gone already takes no handlers.
        try? pipeline.syncOperations.addHandler(OldClientHandler(), position: .before(codec))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data) {
            isOld = head.version.major == 1 && head.version.minor == 0
            keeps = head.isKeepAlive
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard isOld else { return context.write(data, promise: promise) }
        switch unwrapOutboundIn(data) {
        case .head(var head):
            head.version = .http1_0
            keeps = keeps && head.headers.contains(name: "content-length") && !Self.closes(head.headers)
            head.headers.replaceOrAdd(name: "connection", value: keeps ? "keep-alive" : "close")
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            guard !keeps else { return context.write(data, promise: promise) }
            let sent = promise ?? context.eventLoop.makePromise()
            let channel = context.channel
            sent.futureResult.whenComplete { _ in channel.close(mode: .output, promise: nil) }
            context.write(data, promise: sent)
        }
    }

    private static func closes(_ headers: HTTPHeaders) -> Bool {
        headers[canonicalForm: "connection"].contains { $0.lowercased() == "close" }
    }
}

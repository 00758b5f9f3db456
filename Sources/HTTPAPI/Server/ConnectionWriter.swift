import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTPTypes
import Services

/// Sends replies, and ends connections that are not worth keeping.
struct ConnectionWriter: Sendable {
    let stop: StopSignal
    let observations: Observations
    let limits: HTTPLimits

    /// Tells a client that waits for leave to send its body that it may (RFC 9110 section 10.1.1).
    @concurrent
    func invite(_ request: Request, upTo maximum: Int, on writer: borrowing ResponseWriter) async throws {
        guard request.headers[.expect]?.lowercased() == "100-continue" else { return }
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        // A body that is too long is refused by its length, and had better not be sent at all.
        if length <= maximum { try await writer.writeInformationalHead(HTTPResponse(status: .continue)) }
    }

    /// Sends a reply, and counts the bytes of its body.
    ///
    /// A client that does not take it loses it with its connection, when that has been idle for too long.
    /// - Throws: what the connection throws; nobody is left to be told.
    @concurrent
    func send(
        _ reply: Reply, to request: Request, on writer: consuming ResponseWriter, _ channel: any Channel,
        _ count: ByteCount
    ) async throws {
        var head = HTTPResponse(status: reply.status, headerFields: reply.headers)
        let wantsClose = Self.asksForClose(request.headers)
        // Streams of HTTP/2 have no connection of their own, and no such header.
        if !channel.isMultiplexed, reply.closesConnection || wantsClose { head.headerFields[.connection] = "close" }
        // RFC 9110 section 8.6: 204 and 304 have no length, and one to HEAD has that of the body it does not send.
        if case .bytes(let bytes) = reply.body, ![.noContent, .notModified].contains(reply.status) {
            head.headerFields.add(.contentLength, String(bytes.count))
        }
        let body = request.method == .head ? ResponseBody() : body(of: reply, channel, count)
        try await writer.write(response: head, body: body)
        if reply.closesConnection {
            try await channel.eventLoop.submit { [limits] in RestDiscarder.linger(on: channel, limits) }.get()
        } else if wantsClose {
            // Ends our side once all is sent; the client's end follows.
            channel.close(mode: .output, promise: nil)
        }
    }

    private func body(of reply: Reply, _ channel: any Channel, _ count: ByteCount) -> ResponseBody {
        switch reply.body {
        case .bytes(let bytes):
            count.add(bytes.count)
            return bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .stream(let write) where reply.isEventStream:
            return ResponseBody { [stop, observations] writer in
                observations.note(.streamBegan)
                defer { observations.note(.streamEnded) }
                try await stop.unlessStopped {
                    var sink: any ByteSink = ChannelSink(channel: channel, count: count)
                    try await write(&sink)
                }
                try await writer.finish(nil)
            }
        case .stream(let write):
            return ResponseBody { writer in
                var sink: any ByteSink = ResponseSink(writer: writer, count: count)
                try await write(&sink)
                try await writer.finish(nil)
            }
        }
    }

    /// Whether the client wants the connection to end, in any spelling (RFC 9110 section 7.6.1).
    private static func asksForClose(_ headers: HTTPFields) -> Bool {
        guard let connection = headers.text(.connection) else { return false }
        return connection.lowercased().split(separator: ",").contains { $0.trimmingBlanks() == "close" }
    }
}

/// The way from a stream to its connection.
private struct ResponseSink: ByteSink {
    var writer: any ResponseBodyWriter
    let count: ByteCount

    @concurrent
    mutating func send(_ bytes: [UInt8]) async throws {
        try await writer.write(ByteBuffer(bytes: bytes))
        count.add(bytes.count)
    }
}

/// As ``ResponseSink``, and fit to be used by another task than the connection's own.
private struct ChannelSink: ByteSink {
    let channel: any Channel
    let count: ByteCount

    mutating func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(HTTPResponsePart.body(ByteBuffer(bytes: bytes)))
        count.add(bytes.count)
    }
}

extension Channel {
    /// Whether this is one stream among others on a connection (HTTP/2): its parent is a connection, whose parent is
    /// the listener.
    var isMultiplexed: Bool { parent?.parent != nil }
}

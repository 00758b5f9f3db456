import HTTPTypes
import HummingbirdCore
import NIOCore

/// Sends replies, and ends connections that are not worth keeping.
struct ConnectionWriter: Sendable {
    let limits: HTTPLimits

    /// Answers longer than this may wait for their reader, and get a deadline.
    private static let longAnswer = 64 << 10
    /// Time for the client to take the answer before the connection goes: closing at once while it is still sending
    /// would reset the connection, and the answer with it.
    private static let linger: TimeAmount = .seconds(1)

    /// - Throws: what the connection throws; nobody is left to be told.
    func send(
        _ reply: Reply, to request: Request, on writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        var head = HTTPResponse(status: reply.status, headerFields: reply.headers)
        let closes = reply.closesConnection || Self.asksForClose(request.headers)
        if closes { head.headerFields[.connection] = "close" }
        // RFC 9110 section 8.6: a 204 has no length, and one to HEAD has that of the body it does not send.
        if reply.status != .noContent { head.headerFields[.contentLength] = String(reply.body.count) }
        let hasBody = request.method != .head && !reply.body.isEmpty
        let body = hasBody ? ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)) : ResponseBody()
        let guardian = hasBody && reply.body.count > Self.longAnswer ? closing(channel, in: limits.writeDeadline) : nil
        defer { guardian?.cancel() }
        try await writer.write(response: head, body: body)
        if closes {
            channel.eventLoop.scheduleTask(in: Self.linger) { channel.close(promise: nil) }
        }
    }

    private func closing(_ channel: any Channel, in duration: Duration) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: TimeAmount(duration)) { channel.close(promise: nil) }
    }

    /// Whether the client wants the connection to end, in any spelling (RFC 9110 section 7.6.1).
    private static func asksForClose(_ headers: HTTPFields) -> Bool {
        guard let connection = headers[.connection] else { return false }
        return connection.lowercased().split(separator: ",").contains { $0.trimmingBlanks() == "close" }
    }
}

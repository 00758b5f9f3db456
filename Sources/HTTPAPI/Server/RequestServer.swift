import HTTPTypes
import HummingbirdCore
import NIOCore
import Services

/// Serves one request after the other of every connection, and notices what became of each.
struct RequestServer: Sendable {
    let responder: APIResponder
    let writer: ConnectionWriter
    let options: HTTPOptions

    @concurrent
    func serve(_ request: Request, on response: consuming ResponseWriter, _ channel: any Channel) async throws {
        let observations = responder.services.observations
        let connection = ConnectionContext.current ?? ConnectionContext(channel.eventLoop)
        var exchange = Exchange(
            request, from: connection.source(of: channel), isTimed: options.tellsTiming, on: connection.executor)
        observations.note(.requestBegan)
        let count = ByteCount()
        defer {
            exchange.ended(sent: count.total)
            observations.note(.requestEnded(exchange.record))
            if let log = options.accessLog { log(AccessLog.line(exchange.record)) }
        }
        if request.headers.contains(.expect) {
            try await writer.invite(request, upTo: responder.maximumBody(of: request), on: response)
        }
        let reply = await responder.respond(to: request, &exchange)
        try await writer.send(reply, to: request, on: response, channel, count)
    }
}

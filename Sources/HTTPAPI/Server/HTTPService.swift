package import Domain
import HTTPTypes
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
package import Services

/// The HTTP face of the shop: one listener that serves until it is cancelled.
///
/// A listener that can't begin is no disaster: ``run()`` throws ``HTTPStartFailure``, and the program goes on without.
package struct HTTPService: Sendable {
    package let host: String
    /// The port asked for; 0 lets the system choose.
    package let port: Int
    private let responder: APIResponder
    private let limits: HTTPLimits
    private let logger: Logger
    private let onListening: @Sendable (Int) -> Void

    /// A service that is not listening yet.
    ///
    /// `principal` is who asks where no token is sent, its source is set to HTTP here; without one, a token is needed
    /// for all but health and documents. `onListening` is told the port once requests are accepted.
    package init(
        services: ServiceCatalog, principal: Principal?, host: String = "127.0.0.1", port: Int = 4000,
        limits: HTTPLimits = HTTPLimits(), logger: Logger, health: @escaping HealthProvider,
        onListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        (self.host, self.port, self.limits, self.onListening) = (host, port, limits, onListening)
        // The server's own words about its start and stop are of no interest to whoever runs the shop.
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        self.logger = quiet
        responder = APIResponder(
            table: .shop(health: health), services: services,
            authenticator: Authenticator(services: services, fallback: principal?.through(.http)),
            hosts: HostPolicy(listeningOn: host), limits: limits, logger: logger)
    }

    /// Serves until the task is cancelled, or told to shut down gracefully by the service group that it runs in.
    ///
    /// Then no more requests are taken, and those under way have 1.5 s to finish.
    /// - Throws: ``HTTPStartFailure`` if the address can't be listened on.
    package func run() async throws(HTTPStartFailure) {
        let (running, announcement) = AsyncStream.makeStream(of: Void.self)
        let server = makeServer(announcement)
        // Not a child: a cancelled child would drop the requests under way at once.
        let serving = Task {
            defer { announcement.finish() }
            try await server.run()
        }
        let result = await withTaskCancellationOrGracefulShutdownHandler {
            await serving.result
        } onCancelOrGracefulShutdown: {
            Task {
                // A server that is still on its way up does not take a stop well: wait until it runs, or has failed.
                for await _ in running { break }
                await stop(server, serving)
            }
        }
        if case .failure(let error) = result, !(error is CancellationError) {
            throw HTTPStartFailure(host: host, port: port, error: error)
        }
    }

    /// Lets the server finish, and cuts it off when that takes too long.
    private func stop(_ server: Server<HTTP1Channel>, _ serving: Task<Void, any Error>) async {
        let cutOff = Task {
            try await Task.sleep(for: limits.drain)
            serving.cancel()
        }
        do { try await server.shutdownGracefully() } catch { serving.cancel() }
        _ = await serving.result
        cutOff.cancel()
    }

    private func makeServer(_ announcement: AsyncStream<Void>.Continuation) -> Server<HTTP1Channel> {
        let writer = ConnectionWriter(limits: limits)
        let responder = responder
        let channel = HTTP1Channel(
            responder: { request, response, channel in
                try await writer.invite(request, upTo: responder.maximumBody(of: request), on: response)
                let reply = await responder.respond(to: request, from: channel.remoteAddress?.ipAddress)
                try await writer.send(reply, to: request, on: response, channel)
            },
            configuration: .init(
                additionalChannelHandlers: [ParserRefusalHandler()], idleTimeout: TimeAmount(limits.idleTimeout),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headers, maxHeaderListSize: limits.headers,
                    maxHeaderFieldCount: limits.headerCount)))
        let (port, onListening) = (port, onListening)
        return Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
            onServerRunning: { channel in
                onListening(channel.localAddress?.port ?? port)
                announcement.finish()
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    }
}

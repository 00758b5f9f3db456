package import Domain
import HTTPTypes
import HummingbirdCore
import HummingbirdHTTP2
package import Logging
import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle
package import Services

/// The HTTP face of the shop: one listener that serves until it is cancelled.
///
/// A listener that can't begin is no disaster: ``run()`` throws ``HTTPStartFailure``, and the program goes on without.
package struct HTTPService: Sendable {
    package let host: String
    /// The port asked for; 0 lets the system choose.
    package let port: Int
    private let server: RequestServer
    private let limits: HTTPLimits
    private let options: HTTPOptions
    private let stop: StopSignal
    private let logger: Logger
    private let onListening: @Sendable (Int) -> Void

    /// A service that is not listening yet.
    ///
    /// `principal` is who asks where no token is sent, its source is set to HTTP here; without one, a token is needed
    /// for all but health and documents. `onListening` is told the port once requests are accepted.
    package init(
        services: ServiceCatalog, principal: Principal?, host: String = "127.0.0.1", port: Int = 4000,
        limits: HTTPLimits = HTTPLimits(), options: HTTPOptions = HTTPOptions(), logger: Logger,
        files: PageFiles = .none, health: @escaping HealthProvider,
        onListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        (self.host, self.port, self.limits, self.options) = (host, port, limits, options)
        self.onListening = onListening
        // The server's own words about its start and stop are of no interest to whoever runs the shop.
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        self.logger = quiet
        let stop = StopSignal()
        self.stop = stop
        let responder = APIResponder(
            table: .shop(
                graph: GraphQLHandler(.shop, options.graphQL, streams: limits.streams), streams: limits.streams,
                stop: stop, files: files, health: health), services: services,
            authenticator: Authenticator(services: services, fallback: principal?.through(.http)),
            hosts: HostPolicy(listeningOn: host, origins: options.origins), limits: limits,
            limiter: RateLimiter(options.rates), gate: OverloadGate(limit: limits.inFlight),
            finish: ReplyFinish(
                crossOrigin: CrossOriginPolicy(origins: options.origins), tellsTiming: options.tellsTiming,
                isSecure: options.tls != nil),
            logger: logger)
        server = RequestServer(
            responder: responder,
            writer: ConnectionWriter(stop: stop, observations: services.observations, limits: limits),
            options: options)
    }

    /// Serves until the task is cancelled, or told to shut down gracefully by the service group that it runs in.
    ///
    /// Then no more requests are taken, streams of events end, and requests under way have 1.5 s to finish.
    /// - Throws: ``HTTPStartFailure`` if the address can't be listened on, or the certificate can't be used.
    package func run() async throws(HTTPStartFailure) {
        guard let tls = options.tls else {
            return try await run(HTTP1Channel(responder: respond, configuration: connection))
        }
        let channel: HTTP2UpgradeChannel
        do {
            channel = try HTTP2UpgradeChannel(
                tlsConfiguration: tls.configuration(),
                configuration: .init(
                    idleTimeout: limits.idleTimeout, gracefulCloseTimeout: limits.drain,
                    streamConfiguration: connection),
                responder: respond)
        } catch {
            throw HTTPStartFailure(host: host, port: port, error: error)
        }
        try await run(channel)
    }

    private func run(_ connections: some ServerChildChannel) async throws(HTTPStartFailure) {
        let (running, announcement) = AsyncStream.makeStream(of: Void.self)
        let server = makeServer(connections, announcement)
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
                await end(server, serving)
            }
        }
        if case .failure(let error) = result, !(error is CancellationError) {
            throw HTTPStartFailure(host: host, port: port, error: error)
        }
    }

    /// Lets the server finish, and cuts it off when that takes too long.
    private func end(_ server: Server<some ServerChildChannel>, _ serving: Task<Void, any Error>) async {
        stop.stop()
        let cutOff = Task {
            try await Task.sleep(for: limits.drain)
            serving.cancel()
        }
        do { try await server.shutdownGracefully() } catch { serving.cancel() }
        _ = await serving.result
        cutOff.cancel()
    }

    private var respond: HTTPChannelHandler.Responder {
        { [server] request, response, channel in try await server.serve(request, on: response, channel) }
    }

    private var connection: HTTP1Channel.Configuration {
        .init(
            additionalChannelHandlers: [ParserRefusalHandler(limits)], idleTimeout: TimeAmount(limits.idleTimeout),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headers, maxHeaderListSize: limits.headers,
                maxHeaderFieldCount: limits.headerCount))
    }

    private func makeServer<Connections: ServerChildChannel>(
        _ connections: Connections, _ announcement: AsyncStream<Void>.Continuation
    ) -> Server<LoopBound<Connections>> {
        let (port, onListening) = (port, onListening)
        return Server(
            childChannelSetup: LoopBound(base: connections),
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

extension TLSFiles {
    /// TLS 1.2 and above; HTTP/2 is agreed on by ALPN.
    fileprivate func configuration() throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
        let key = try NIOSSLPrivateKey(file: key, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}

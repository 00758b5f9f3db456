import Domain
import HTTPTypes
import JSON
import Services

/// What happens to the shop, as it happens.
enum EventEndpoints {
    private static let position = TextRule(3...41, pattern: "^[0-9]{1,18}-[0-9]{1,18}$")
    private static let words =
        ["*"] + Set(EventType.allCases.map { "\($0.subject).*" }).sorted() + EventType.allCases.map(\.rawValue)

    static func all(_ limits: StreamLimits) -> [Endpoint] {
        [
            Endpoint(
                .get, "/events", .permitted(.followEvents),
                "What happens to orders, stock, products and customers, as server-sent events without an end.",
                tag: .events,
                query: [
                    Parameter("types", .choices(words), "The types that are wanted; all unless given."),
                    Parameter("since", .text(position), "The id of the last event that was seen."),
                ],
                headers: [
                    Parameter("Last-Event-ID", .text(position), "As since; sent by browsers that come again.")
                ],
                answers: [Answer(.ok, "Events, and a comment now and then.", .stream(.eventStream))],
                refusals: [.eventsExpired, .overloaded], rate: .stream
            ) { call in
                guard call.services.observations.figures.streams < limits.count else {
                    throw Problem(
                        .overloaded, "\(limits.count) clients follow events already.", headers: .retryAfter(5))
                }
                let types = call.query.text("types").flatMap { EventType.chosen(by: Parameter.words($0)) }
                let events = try await call.services.events.follow(
                    types ?? Set(EventType.allCases), after: try start(call), as: call.principal)
                return .eventStream { try await write(events, limits, to: &$0) }
            }
        ]
    }

    /// The place to go on from: the header of a client that comes again, or what it was first asked for.
    private static func start(_ call: Call) throws(Problem) -> EventPosition? {
        let header = call.headers[.lastEventID]
        guard let text = header ?? call.query.text("since") else { return nil }
        guard let position = EventPosition(text) else {
            let place = header == nil ? Fault.Place.parameter("since") : .header("Last-Event-ID")
            throw .validation([Fault(place, "format", "Expected the id of an event, such as 5821-7.")])
        }
        return position
    }

    private static func write(
        _ events: ShopEvents, _ limits: StreamLimits, to sink: inout any ByteSink
    ) async throws {
        let end = ContinuousClock.now + limits.life
        var reader = events.makeAsyncIterator()
        try await sink.send(
            ServerSentEvent.opening(retryMilliseconds: limits.retryMilliseconds, id: reader.position.description))
        while ContinuousClock.now < end {
            let news = try await reader.next(within: limits.heartbeat)
            if Task.isCancelled { return }
            let bytes = news.isEmpty ? ServerSentEvent.ping(id: reader.position.description) : news.flatMap(\.wire)
            try await sink.send(bytes)
        }
    }
}

extension ShopEvent {
    /// The event on the wire.
    fileprivate var wire: [UInt8] {
        let entity = entityID.map { "\"entityId\":\($0)," } ?? ""
        let envelope = "{\"type\":\"\(type.rawValue)\",\"at\":\"\(at)\",\(entity)\"data\":\(data)}"
        return ServerSentEvent(id: position.description, event: type.rawValue, data: envelope).bytes
    }
}

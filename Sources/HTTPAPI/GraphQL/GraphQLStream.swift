import GraphQL
import GraphQLAPI
import HTTPTypes
import JSON

/// Responses as server-sent events, each on a connection of its own (protocol of graphql-sse, distinct connections).
struct GraphQLStream: Sendable {
    let limits: StreamLimits
    let requestID: String

    /// The responses that wait for a client that takes them slowly; one that falls further behind is cut off.
    private static let backlog = 64

    /// One response, and the end.
    func reply(with response: GraphQLResponse) -> Reply {
        Reply(.ok, headers: Self.headers, body: Self.next(response) + Self.complete)
    }

    /// The responses of a subscription, until it ends, the client goes, or falls too far behind.
    func reply(following responses: ResponseStream) -> Reply {
        .eventStream { sink in
            // The first bytes tell the client that it is followed from now on.
            try await sink.send(Self.ping)
            let (queue, entrance) = AsyncStream.makeStream(
                of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.backlog))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await follow(responses, entrance) }
                group.addTask {
                    let end = ContinuousClock.now + limits.life
                    while ContinuousClock.now < end {
                        try await Task.sleep(for: limits.heartbeat)
                        // A full queue has something to say anyway.
                        entrance.yield(Self.ping)
                    }
                    // A client that comes again is asked anew who it is.
                    entrance.finish()
                }
                for await bytes in queue { try await sink.send(bytes) }
                group.cancelAll()
            }
        }
    }

    /// Puts responses into the queue; its end is that of the stream.
    private func follow(
        _ responses: ResponseStream, _ entrance: AsyncStream<[UInt8]>.Continuation
    ) async throws {
        defer { entrance.finish() }
        do {
            for try await response in responses {
                // Without a client that reads, nothing is worked out ahead for long.
                if case .dropped = entrance.yield(Self.next(response.named(requestID))) { return }
            }
        } catch is CancellationError {
            return
        } catch {
            let response = GraphQLResponse(errors: [
                GraphQLError("The events can't be followed any further.", code: "SUBSCRIPTION_FAILED")
            ])
            entrance.yield(Self.next(response.named(requestID)))
        }
        entrance.yield(Self.complete)
    }

    private static let headers: HTTPFields = [
        .contentType: MediaType.eventStream.description, .cacheControl: "no-store",
    ]

    /// The text of a response has no line ends: JSON escapes them.
    private static func next(_ response: GraphQLResponse) -> [UInt8] {
        Array("event: next\ndata: ".utf8) + response.bytes + Array("\n\n".utf8)
    }

    private static let complete = Array("event: complete\ndata:\n\n".utf8)
    private static let ping = Array(": ping\n\n".utf8)
}

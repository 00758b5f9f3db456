import HTTPTypes

/// One event of a stream, as a browser's EventSource reads it (HTML standard, section 9.2).
package struct ServerSentEvent: Hashable, Sendable {
    /// What a client gives back as `Last-Event-ID` when it comes again.
    package var id: String?
    package var event: String?
    package var data: String?

    package init(id: String? = nil, event: String? = nil, data: String? = nil) {
        (self.id, self.event, self.data) = (id, event, data)
    }

    /// The lines on the wire, with the empty one that ends them.
    package var bytes: [UInt8] {
        var text = ""
        if let id { text += "id: \(id)\n" }
        if let event { text += "event: \(event)\n" }
        if let data {
            for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                text += "data: \(line)\n"
            }
        }
        return Array((text + "\n").utf8)
    }

    /// The beginning of a stream: when to come again after a loss, and from where.
    static func opening(retryMilliseconds: Int, id: String) -> [UInt8] {
        Array("retry: \(retryMilliseconds)\nid: \(id)\n\n".utf8)
    }

    /// What keeps a silent connection alive; it carries the place, so that an idle client does not fall behind.
    static func ping(id: String) -> [UInt8] { Array(": ping\nid: \(id)\n\n".utf8) }
}

extension MediaType {
    package static let eventStream = MediaType(type: "text", subtype: "event-stream")
}

extension Reply {
    /// A stream of events, which the closure writes until its task is cancelled: when the server stops, that ends it.
    package static func eventStream(_ write: @escaping @Sendable (inout any ByteSink) async throws -> Void) -> Reply {
        Reply(
            .ok, headers: [.contentType: MediaType.eventStream.description, .cacheControl: "no-store"],
            body: .stream(write))
    }

    /// Whether this is a stream that has no end of its own.
    var isEventStream: Bool { headers[.contentType]?.hasPrefix(MediaType.eventStream.description) == true }
}

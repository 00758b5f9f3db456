package import HTTPTypes
package import JSON

/// What an endpoint answers, before the headers that every answer has.
package struct Reply: Sendable {
    /// The bytes behind the head.
    package enum Body: Sendable {
        case bytes([UInt8])
        /// Bytes that are written as they come about, until the closure ends or its task is cancelled.
        ///
        /// It is called once the head is sent, beyond the endpoint's deadline; not at all for HEAD. An error that it
        /// throws cuts the connection, so that no client takes the part for the whole.
        case stream(@Sendable (inout any ByteSink) async throws -> Void)
    }

    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: Body
    /// Whether the connection ends with this answer.
    package var closesConnection = false

    package init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: Body) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    package init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.init(status, headers: headers, body: .bytes(body))
    }

    /// A finished body; empty for a stream.
    package var bytes: [UInt8] {
        if case .bytes(let bytes) = body { bytes } else { [] }
    }

    /// A JSON document that the closure writes.
    package static func json(
        _ status: HTTPResponse.Status = .ok, contentType: String = "application/json",
        _ write: (inout JSONWriter) -> Void
    ) -> Reply {
        var writer = JSONWriter(reservingCapacity: 1024)
        write(&writer)
        return Reply(status, headers: [.contentType: contentType], body: writer.bytes)
    }

    /// A text in UTF-8 of some other type.
    package static func text(_ text: String, contentType: String) -> Reply {
        Reply(.ok, headers: [.contentType: "\(contentType); charset=utf-8"], body: Array(text.utf8))
    }
}

/// Where a stream writes to.
package protocol ByteSink {
    /// Sends bytes, and waits while the client takes them more slowly than they come.
    ///
    /// - Throws: what the connection throws, such as when the client has gone.
    mutating func send(_ bytes: [UInt8]) async throws
}

package import HTTPTypes
package import JSON

/// What an endpoint answers, before the headers that every answer has.
package struct Reply: Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: [UInt8]
    /// Whether the connection ends with this answer.
    package var closesConnection = false

    package init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = []) {
        (self.status, self.headers, self.body) = (status, headers, body)
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

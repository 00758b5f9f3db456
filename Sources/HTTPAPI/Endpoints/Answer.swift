package import HTTPTypes

/// One way in which an endpoint answers when all goes well; its problems are described apart.
package struct Answer: Sendable {
    /// What the body holds.
    package enum Content: Sendable, Hashable {
        case nothing
        /// One JSON object.
        case object(Shape)
        /// A JSON array of objects.
        case list(Shape)
        /// Rows, as a JSON array, CSV or one JSON object a line.
        case rows(Shape)
        /// A JSON object, or an array of them where the request brought one.
        case objectOrMany(Shape)
        /// A text in one of these types.
        case text([MediaType])
        /// A JSON document that is described elsewhere, in one of these types.
        case document([MediaType])
        /// Bytes without an end.
        case stream(MediaType)
    }

    /// The way from an answer to the endpoint that goes on from there.
    package struct Link: Sendable, Hashable {
        /// The name of the endpoint that it leads to.
        let target: String
        /// The parameter of that endpoint, and the member of the answer that it comes from.
        let parameter, member: String

        package init(_ target: String, _ parameter: String, from member: String) {
            (self.target, self.parameter, self.member) = (target, parameter, member)
        }
    }

    package let status: HTTPResponse.Status
    package let summary: String
    package let content: Content
    /// The headers that it has besides those of every answer.
    package let headers: [AnswerHeader]
    package let links: [Link]

    package init(
        _ status: HTTPResponse.Status, _ summary: String, _ content: Content = .nothing, headers: [AnswerHeader] = [],
        links: [Link] = []
    ) {
        (self.status, self.summary, self.content) = (status, summary, content)
        (self.headers, self.links) = (headers, links)
    }

    /// The media types of the body, the preferred one first.
    package var types: [MediaType] {
        switch content {
        case .nothing: []
        case .object, .objectOrMany, .list: [.json]
        case .rows: [.json, .csv, .ndjson]
        case .text(let types), .document(let types): types
        case .stream(let type): [type]
        }
    }
}

/// A header that an answer may have.
package enum AnswerHeader: String, Sendable, CaseIterable {
    case etag = "ETag"
    case lastModified = "Last-Modified"
    case location = "Location"
    case link = "Link"
    case totalCount = "X-Total-Count"
    case preferenceApplied = "Preference-Applied"
    case idempotentReplayed = "Idempotent-Replayed"

    package var summary: String {
        switch self {
        case .etag: "Names this state of the row or page; for If-None-Match and If-Match."
        case .lastModified: "When the row was last edited."
        case .location: "The address of the row."
        case .link: "The ways to the pages around this one: next, prev, first (RFC 8288)."
        case .totalCount: "How many rows there are on all pages together, where Prefer: count asked for it."
        case .preferenceApplied: "The preferences that were followed (RFC 7240)."
        case .idempotentReplayed: "true where the order had been placed before with this key."
        }
    }
}

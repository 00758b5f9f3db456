import GraphQL
import HTTPTypes

/// Which status tells what: the drafts of GraphQL over HTTP have changed it, and clients go by different ones.
package enum GraphQLStatuses: String, Sendable, CaseIterable {
    /// What the audit of graphql-http 1.22 asks for.
    case audit
    /// The draft of August 2026.
    case draft2026 = "2026-08"

    /// What has become of a request.
    enum Condition: Sendable, Hashable, CaseIterable {
        /// The body is no JSON.
        case unreadable
        /// A parameter is missing, or of a wrong type.
        case malformed
        /// The document does not follow the grammar.
        case syntax
        /// The document, its operation or its variables were refused.
        case refused
        /// There is data, and no error.
        case complete
        /// There is data, and errors.
        case partial
        /// The execution took too long.
        case late
    }

    /// Data, and errors beside it; no registry knows it yet.
    static let partialSuccess = HTTPResponse.Status(code: 294, reasonPhrase: "Partial Success")

    /// The status of an answer in one of the two media types.
    func status(of condition: Condition, as type: MediaType) -> HTTPResponse.Status {
        let isOld = type != .graphQLResponse
        return switch condition {
        case .unreadable: .badRequest
        case .malformed: self == .audit || isOld ? .badRequest : .unprocessableContent
        // Clients of the older type take anything but 200 for a failure of the transport.
        case .syntax: isOld ? .ok : .badRequest
        case .refused: isOld ? .ok : self == .audit ? .badRequest : .unprocessableContent
        case .complete: .ok
        case .partial: self == .audit || isOld ? .ok : Self.partialSuccess
        case .late: .serviceUnavailable
        }
    }
}

extension RequestFailure {
    /// What has become of the request.
    var condition: GraphQLStatuses.Condition { stage == .syntax ? .syntax : .refused }
}

extension GraphQLResponse {
    /// What has become of the request; a response without data comes from an execution that was cut off.
    var condition: GraphQLStatuses.Condition { data == nil ? .late : errors.isEmpty ? .complete : .partial }
}

extension MediaType {
    package static let graphQLResponse = MediaType(type: "application", subtype: "graphql-response+json")
}

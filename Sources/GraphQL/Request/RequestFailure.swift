/// Why a request is not executed at all.
public struct RequestFailure: Error, Sendable, Hashable {
    /// How far the request has come.
    public enum Stage: Sendable, Hashable, CaseIterable {
        /// There is no document, or none that is known or allowed.
        case document
        /// The document does not follow the grammar, or is too long or nested too deeply.
        case syntax
        /// The document does not fit the schema.
        case validation
        /// The document has no such operation, or the schema no root for it.
        case operation
        /// The operation asks for more than it may.
        case limits
        /// The variables do not fit the operation.
        case variables
        /// The subscription's source could not be opened.
        case source
    }

    /// How far the request has come.
    public let stage: Stage
    /// What is wrong.
    public let errors: [GraphQLError]

    /// Creates a failure, for what a server refuses beyond what the library does.
    public init(_ stage: Stage, _ errors: [GraphQLError]) {
        self.stage = stage
        self.errors = errors
    }

    init(_ stage: Stage, _ message: String, _ locations: [SourceLocation] = []) {
        self.init(stage, [GraphQLError(message, locations: locations)])
    }

    /// The failure as a response without data.
    public var response: GraphQLResponse { GraphQLResponse(errors: errors) }
}

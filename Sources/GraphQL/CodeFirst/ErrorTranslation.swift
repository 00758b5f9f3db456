import JSON

/// What clients are told of an error that a resolver throws and that is no ``GraphQLError``.
public struct ErrorTranslation: Sendable {
    private let translate: @Sendable (any Error, any Sendable) -> GraphQLError

    /// Makes a translation; the closure is given the error and the request's context, and may log the error.
    public init(_ translate: @escaping @Sendable (any Error, any Sendable) -> GraphQLError) {
        self.translate = translate
    }

    /// Says only that something failed: what exactly may be nothing for strangers.
    public static let concealing = ErrorTranslation { _, _ in
        GraphQLError("Internal server error.", extensions: JSONObject([("code", "INTERNAL")]))
    }

    func callAsFunction(_ error: any Error, _ context: any Sendable) -> GraphQLError {
        error as? GraphQLError ?? translate(error, context)
    }
}

public import JSON

extension Schema {
    /// Executes an operation of a document; it does not validate the document.
    ///
    /// - Parameters:
    ///   - document: A document that `validate` has found to be sound.
    ///   - operation: The name of the operation; nil where the document has only one.
    ///   - variables: The values of the operation's variables.
    ///   - root: The value of the root type; nil for the one the schema was made with.
    ///   - context: What every resolver is told: who asks, what may be used.
    /// - Returns: The response; a document that cannot be executed gives one without data.
    public func execute(
        _ document: Document, operation: String? = nil, variables: JSONObject = JSONObject(),
        root: (any Sendable)? = nil, context: any Sendable = JSONValue.null
    ) async -> GraphQLResponse {
        do throws(RequestFailure) {
            return await run(try accept(document, operation, variables), root: root, context: context)
        } catch {
            return error.response
        }
    }
}

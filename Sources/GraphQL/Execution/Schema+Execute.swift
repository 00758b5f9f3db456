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
            let request = try prepare(document, operation, variables, context)
            let executor = Executor(schema: self, document: document, planner: request.planner)
            return await executor.run(
                request.operation, on: request.root,
                source: root ?? rootValues[request.operation.kind] ?? JSONValue.null)
        } catch {
            return GraphQLResponse(errors: error.errors)
        }
    }

    /// A request that can be executed.
    struct Prepared: Sendable {
        let operation: Operation
        let root: TypeID
        let planner: Planner
    }

    func prepare(
        _ document: Document, _ name: String?, _ variables: JSONObject, _ context: any Sendable
    ) throws(RequestFailure) -> Prepared {
        let operation = try document.operation(named: name)
        guard let root = rootType(operation.kind) else {
            throw RequestFailure(
                "Schema is not configured to execute \(operation.kind.rawValue) operation.",
                document.locations([operation.start]))
        }
        let values = try VariableCoercion(schema: self, document: document).values(
            of: operation, from: variables)
        let fragments = Dictionary(
            document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { _, last in last })
        return Prepared(
            operation: operation, root: root,
            planner: Planner(
                schema: self, document: document, fragments: fragments, variables: values, context: context)
        )
    }
}

extension Document {
    /// The operation to execute (section 6.1).
    func operation(named name: String?) throws(RequestFailure) -> Operation {
        let operations = operations
        if let name {
            guard let operation = operations.first(where: { $0.name?.text == name }) else {
                throw RequestFailure("Unknown operation named \"\(name)\".")
            }
            return operation
        }
        guard let first = operations.first else { throw RequestFailure("Must provide an operation.") }
        guard operations.count == 1 else {
            throw RequestFailure("Must provide operation name if query contains multiple operations.")
        }
        return first
    }
}

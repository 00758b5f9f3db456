public import JSON

extension Schema {
    /// Finds out whether a request may be executed: parses, validates, measures, and coerces the variables.
    ///
    /// - Parameters:
    ///   - request: What was asked.
    ///   - limits: How much the request may ask for.
    ///   - memory: What is remembered of earlier requests to this schema.
    /// - Returns: What can be handed to `execute` or `subscribe`.
    /// - Throws: ``RequestFailure`` with the stage at which the request was refused, and everything wrong there.
    public func accept(
        _ request: GraphQLRequest, limits: RequestLimits = RequestLimits(), memory: RequestMemory = RequestMemory()
    ) throws(RequestFailure) -> AcceptedRequest {
        let document = try soundDocument(text(of: request, memory), limits, memory.documents)
        let accepted = try accept(document, request.operationName, request.variables)
        var meter = OperationMeter(
            schema: self, document: document, operation: accepted.operation, variables: request.variables,
            assumedListLength: limits.operation.assumedListLength)
        let excess = meter.measure(accepted.operation).errors(beyond: limits.operation)
        guard excess.isEmpty else { throw RequestFailure(.limits, excess) }
        return accepted
    }

    /// What an operation asks for.
    ///
    /// - Parameters:
    ///   - document: A document that `validate` has found to be sound.
    ///   - operation: The name of the operation; nil where the document has only one.
    ///   - variables: The values of the operation's variables, which page sizes may come from.
    ///   - assumedListLength: How long a list is taken to be that has no page size.
    /// - Returns: The measure.
    /// - Throws: ``RequestFailure`` where the document has no such operation.
    public func measure(
        _ document: Document, operation: String? = nil, variables: JSONObject = JSONObject(),
        assumedListLength: Int = 10
    ) throws(RequestFailure) -> OperationMeasure {
        let found = try document.operation(named: operation)
        var meter = OperationMeter(
            schema: self, document: document, operation: found, variables: variables,
            assumedListLength: assumedListLength)
        return meter.measure(found)
    }

    /// Chooses the operation of a sound document, and coerces its variables.
    func accept(
        _ document: Document, _ name: String?, _ variables: JSONObject
    ) throws(RequestFailure) -> AcceptedRequest {
        let operation = try document.operation(named: name)
        guard let root = rootType(operation.kind) else {
            throw RequestFailure(
                .operation, "Schema is not configured to execute \(operation.kind.rawValue) operation.",
                document.locations([operation.start]))
        }
        let values = try VariableCoercion(schema: self, document: document).values(of: operation, from: variables)
        return AcceptedRequest(document: document, operation: operation, root: root, variables: values)
    }

    private func text(of request: GraphQLRequest, _ memory: RequestMemory) throws(RequestFailure) -> String {
        do throws(GraphQLError) {
            if let operations = memory.operations { return try operations.text(of: request) }
        } catch {
            throw RequestFailure(.document, [error])
        }
        guard let query = request.query else { throw RequestFailure(.document, "The request has no document.") }
        return query
    }

    private func soundDocument(
        _ text: String, _ limits: RequestLimits, _ cache: DocumentCache?
    ) throws(RequestFailure) -> Document {
        if let known = cache?.document(for: text) { return known }
        let document: Document
        do throws(GraphQLError) {
            document = try Document(parsing: text, limits: limits.parser)
        } catch {
            throw RequestFailure(.syntax, [error])
        }
        let faults = validate(document, limits: limits.validation)
        guard faults.isEmpty else { throw RequestFailure(.validation, faults) }
        cache?.keep(document, for: text)
        return document
    }
}

extension Document {
    /// The operation to execute (section 6.1).
    func operation(named name: String?) throws(RequestFailure) -> Operation {
        let operations = operations
        if let name {
            guard let operation = operations.first(where: { $0.name?.text == name }) else {
                throw RequestFailure(.operation, "Unknown operation named \"\(name)\".")
            }
            return operation
        }
        guard let first = operations.first else { throw RequestFailure(.operation, "Must provide an operation.") }
        guard operations.count == 1 else {
            throw RequestFailure(
                .operation, "Must provide operation name if query contains multiple operations.")
        }
        return first
    }
}

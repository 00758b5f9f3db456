public import JSON

extension Schema {
    /// Answers a request: parses, validates, measures, executes; each step only where the one before found no fault.
    ///
    /// - Parameters:
    ///   - request: What was asked.
    ///   - context: What every resolver is told: who asks, what may be used.
    ///   - limits: How much the request may ask for.
    ///   - memory: What is remembered of earlier requests to this schema.
    /// - Returns: The response; without data where nothing was executed.
    public func answer(
        _ request: GraphQLRequest, context: any Sendable = JSONValue.null, limits: RequestLimits = RequestLimits(),
        memory: RequestMemory = RequestMemory()
    ) async -> GraphQLResponse {
        do throws(RequestFailure) {
            let document = try accept(request, limits, memory)
            guard let time = limits.time else {
                return await execute(
                    document, operation: request.operationName, variables: request.variables, context: context)
            }
            return await within(time) {
                await self.execute(
                    document, operation: request.operationName, variables: request.variables, context: context)
            }
        } catch {
            return GraphQLResponse(errors: error.errors)
        }
    }

    /// What an operation asks for.
    ///
    /// - Parameters:
    ///   - document: A document that `validate` has found to be sound.
    ///   - operation: The name of the operation; nil where the document has only one.
    ///   - variables: The values of the operation's variables, which page sizes may come from.
    ///   - assumedListLength: How long a list is taken to be that has no page size.
    /// - Returns: The measure; nil where the document has no such operation.
    public func measure(
        _ document: Document, operation: String? = nil, variables: JSONObject = JSONObject(),
        assumedListLength: Int = 10
    ) -> OperationMeasure? {
        guard let found = try? document.operation(named: operation) else { return nil }
        var meter = OperationMeter(
            schema: self, document: document, operation: found, variables: variables,
            assumedListLength: assumedListLength)
        return meter.measure(found)
    }

    private func accept(
        _ request: GraphQLRequest, _ limits: RequestLimits, _ memory: RequestMemory
    ) throws(RequestFailure) -> Document {
        let document = try soundDocument(text(of: request, memory), limits, memory.documents)
        _ = try document.operation(named: request.operationName)
        let measure = measure(
            document, operation: request.operationName, variables: request.variables,
            assumedListLength: limits.operation.assumedListLength)
        let excess = measure?.errors(beyond: limits.operation) ?? []
        guard excess.isEmpty else { throw RequestFailure(errors: excess) }
        return document
    }

    private func text(of request: GraphQLRequest, _ memory: RequestMemory) throws(RequestFailure) -> String {
        do throws(GraphQLError) {
            if let operations = memory.operations { return try operations.text(of: request) }
        } catch {
            throw RequestFailure(errors: [error])
        }
        guard let query = request.query else { throw RequestFailure("The request has no document.") }
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
            throw RequestFailure(errors: [error])
        }
        let faults = validate(document, limits: limits.validation)
        guard faults.isEmpty else { throw RequestFailure(errors: faults) }
        cache?.keep(document, for: text)
        return document
    }

    /// Runs `body`, but no longer than it may take: then it is cancelled, and the response says so.
    private func within(
        _ time: Duration, _ body: @escaping @Sendable () async -> GraphQLResponse
    ) async -> GraphQLResponse {
        await withTaskGroup(of: GraphQLResponse?.self) { group in
            group.addTask { await body() }
            group.addTask {
                // A sleep that is cancelled has lost the race, and its answer is not looked at.
                try? await Task.sleep(for: time)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first ?? GraphQLResponse(errors: [GraphQLError("The execution took longer than it may.")])
        }
    }
}

public import JSON

extension Schema {
    /// Answers a request: accepts it, and executes it within the time it may take.
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
            let accepted = try accept(request, limits: limits, memory: memory)
            return await execute(accepted, context: context, within: limits.time)
        } catch {
            return error.response
        }
    }

    /// Executes an accepted request.
    ///
    /// - Parameters:
    ///   - request: What `accept` has given.
    ///   - context: What every resolver is told.
    ///   - time: How long it may take; then it is cancelled, and the response says so. Nil for as long as it does.
    /// - Returns: The response.
    public func execute(
        _ request: AcceptedRequest, context: any Sendable = JSONValue.null, within time: Duration?
    ) async -> GraphQLResponse {
        guard let time else { return await run(request, root: nil, context: context) }
        return await withTaskGroup(of: GraphQLResponse?.self) { group in
            group.addTask { await self.run(request, root: nil, context: context) }
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

    func run(
        _ request: AcceptedRequest, root: (any Sendable)?, context: any Sendable
    ) async -> GraphQLResponse {
        let executor = Executor(
            schema: self, document: request.document, planner: request.planner(self, context))
        return await executor.run(
            request.operation, on: request.root, source: root ?? rootValues[request.kind] ?? JSONValue.null)
    }
}

/// The responses of a subscription, one for each event of its source, for one reader.
///
/// Nothing is done ahead: the next event is asked for when the next response is. To end it, stop reading.
public struct ResponseStream: AsyncSequence, Sendable {
    /// A response.
    public typealias Element = GraphQLResponse

    let schema: Schema
    let request: AcceptedRequest
    let planner: Planner
    let events: EventStream

    /// The reader's place.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let executor: Executor
        let request: AcceptedRequest
        let pull: EventPull
        private var plan: FieldPlan?

        init(executor: Executor, request: AcceptedRequest, pull: EventPull) {
            self.executor = executor
            self.request = request
            self.pull = pull
        }

        /// The next response, or nil after the last.
        /// - Throws: what the source throws.
        public mutating func next() async throws -> GraphQLResponse? {
            let plans =
                try plan.map { [$0] }
                ?? executor.planner.plans(
                    for: [request.operation.selectionSet], on: request.root)
            plan = plans.first
            guard let plan, let event = try await pull.next() else { return nil }
            return await executor.run(event: event, plan: plan)
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(
            executor: Executor(schema: schema, document: request.document, planner: planner), request: request,
            pull: events.makeNext())
    }
}

/// The responses of a subscription, one for each event of its source, for one reader.
///
/// Nothing is done ahead: the next event is asked for when the next response is. To end it, stop reading.
public struct ResponseStream: AsyncSequence, Sendable {
    /// A response.
    public typealias Element = GraphQLResponse

    let schema: Schema
    let document: Document
    let prepared: Schema.Prepared
    let events: EventStream

    /// The reader's place.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let executor: Executor
        let prepared: Schema.Prepared
        let pull: EventPull
        private var plan: FieldPlan?

        init(executor: Executor, prepared: Schema.Prepared, pull: EventPull) {
            self.executor = executor
            self.prepared = prepared
            self.pull = pull
        }

        /// The next response, or nil after the last.
        /// - Throws: what the source throws.
        public mutating func next() async throws -> GraphQLResponse? {
            let plans =
                try plan.map { [$0] }
                ?? prepared.planner.plans(
                    for: [prepared.operation.selectionSet], on: prepared.root)
            plan = plans.first
            guard let plan, let event = try await pull.next() else { return nil }
            return await executor.run(event: event, plan: plan)
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(
            executor: Executor(schema: schema, document: document, planner: prepared.planner), prepared: prepared,
            pull: events.makeNext())
    }
}

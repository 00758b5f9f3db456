/// The events of a subscription's source, pulled one by one: nothing is buffered.
struct EventStream: Sendable {
    let makeNext: @Sendable () -> EventPull

    init<Events: AsyncSequence & Sendable>(_ events: Events) where Events.Element: GraphQLOutput {
        makeNext = {
            var iterator = events.makeAsyncIterator()
            return EventPull { try await iterator.next(isolation: #isolation)?.resolvedValue }
        }
    }
}

package import Domain
import Repositories

/// The events that one follower has asked for, without end; each reader starts at the same place.
package struct ShopEvents: AsyncSequence, Sendable {
    package typealias Element = ShopEvent

    let start: EventPosition
    /// What of the outbox is not wanted, though it comes behind ``start``.
    let old: EventRepository.Extent?
    let types: Set<EventType>
    let tail: EventTail

    package func makeAsyncIterator() -> Iterator { Iterator(position: start, old: old, types: types, tail: tail) }

    /// One reader, with the place up to which it has read.
    package struct Iterator: AsyncIteratorProtocol {
        /// Everything up to here was read, also events of other types: whoever comes back starts here.
        package private(set) var position: EventPosition
        private let old: EventRepository.Extent?
        private let types: Set<EventType>
        private let tail: EventTail
        private var read: ArraySlice<ShopEvent> = []

        init(position: EventPosition, old: EventRepository.Extent?, types: Set<EventType>, tail: EventTail) {
            (self.position, self.old, self.types, self.tail) = (position, old, types, tail)
        }

        /// The next event; nil once the task is cancelled.
        /// - Throws: ``ServiceError`` if the outbox can't be read, or has lost what comes next.
        package mutating func next() async throws -> ShopEvent? {
            while read.isEmpty {
                if Task.isCancelled { return nil }
                read = try await next(within: .seconds(60))[...]
            }
            return read.popFirst()
        }

        /// What has happened since the last call, as soon as there is anything; none after this time.
        ///
        /// - Throws: ``ServiceError`` if the outbox can't be read, or has lost what comes next.
        package mutating func next(within limit: Duration) async throws(ServiceError) -> [ShopEvent] {
            let end = ContinuousClock.now + limit
            repeat {
                let batch = try await tail.batch(after: position, until: end)
                position = batch.end
                let wanted = batch.events.filter { types.contains($0.type) && old?.includes($0) != true }
                if !wanted.isEmpty { return wanted }
            } while ContinuousClock.now < end && !Task.isCancelled
            return []
        }
    }
}

package import Domain
import Logging
import Repositories

/// What happens to the shop, followed live or from an earlier place on: behind `GET /events` and subscriptions.
package struct EventService: Sendable {
    /// How long events can be read again.
    package static let retention = Duration.seconds(3 * 24 * 3600)

    private let operations: Operations
    private let tail: EventTail

    init(_ operations: Operations) {
        self.operations = operations
        tail = EventTail(operations)
    }

    /// Follows events of some types, behind a position or from now on.
    ///
    /// Nothing is kept for a follower: it reads from what the program holds in common, and from the outbox where it
    /// has fallen behind that. So a slow one costs nobody anything.
    /// - Throws: ``ServiceError/eventsExpired`` if events behind the position are deleted already.
    package func follow(
        _ types: Set<EventType> = Set(EventType.allCases), after position: EventPosition? = nil,
        as principal: Principal
    ) async throws(ServiceError) -> ShopEvents {
        let extent = try await operations.run(.followEvents, as: principal) { try await EventRepository($0).extent() }
        if let position, !extent.reaches(position) { throw .eventsExpired }
        // What is known now and not certain yet comes behind `end`, and is no news.
        return ShopEvents(
            start: position ?? extent.end, old: position == nil ? extent : nil, types: types, tail: tail)
    }

    /// Looks for new events at once.
    ///
    /// Without it they are found within ``EventTail/pause``.
    package func wake() async { await tail.wake() }

    /// Deletes what is older than ``retention``, now and then, until the task is cancelled.
    package func tidy(every pause: Duration = .seconds(600)) async {
        while !Task.isCancelled {
            do {
                _ = try await delete(olderThan: Self.retention)
            } catch {
                operations.logger.warning("events are not deleted", metadata: ["cause": "\(error)"])
            }
            // Cancellation ends the sleep, and the loop with it.
            try? await Task.sleep(for: pause)
        }
    }

    /// Deletes what is older than this, in steps that hold no lock for long.
    package func delete(olderThan age: Duration) async throws -> Int {
        let (step, repository) = (5000, EventRepository(operations.pool))
        var total = 0
        while !Task.isCancelled {
            let count = try await repository.delete(olderThan: age, limit: step)
            total += count
            if count < step { break }
        }
        return total
    }
}

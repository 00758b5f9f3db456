import Postgres
package import Reactor

/// Hears what others change, through a connection of its own that does nothing but LISTEN.
///
/// It costs nothing while nothing happens. What comes together is delivered together, at most ``deliveriesPerSecond``
/// times a second. Before it listens, and after each loss, everything may have changed, and that is what is delivered
/// as soon as it listens.
package struct ChangeFeed: Sendable {
    package static let channel = "oblik_changes"
    package static let deliveriesPerSecond = 30

    private let conninfo: String
    private let loop: PollLoop

    /// A feed of the database that `conninfo` names, whose connection lives on `loop`.
    package init(conninfo: String, on loop: PollLoop) { (self.conninfo, self.loop) = (conninfo, loop) }

    /// Listens until the task is cancelled, and connects anew after a loss, a second later, then ever less often, at
    /// least every fifteen.
    ///
    /// `link` hears whether the connection stands, `deliver` what has changed.
    package func run(
        link: @Sendable (Bool) -> Void = { _ in }, deliver: @Sendable (Changes) async -> Void
    ) async {
        var losses = 0
        while !Task.isCancelled {
            do {
                let connection = try await PostgresConnection.connect(
                    conninfo, session: [("application_name", "oblik live"), ("statement_timeout", "10s")], on: loop)
                defer { Task { await connection.close() } }
                try await connection.listen(to: Self.channel)
                losses = 0
                link(true)
                // What was read before may be older than the first announcement that is heard.
                await deliver(.everything)
                try await follow(connection, deliver)
            } catch is CancellationError {
                return
            } catch {
                // The loss itself is the news; whoever hears `link` looks for its cause.
                link(false)
                losses += 1
            }
            // Cancellation ends the sleep, and the loop with it.
            try? await Task.sleep(for: .seconds(min(15, 1 << min(losses - 1, 4))))
        }
    }

    private func follow(
        _ connection: PostgresConnection, _ deliver: @Sendable (Changes) async -> Void
    ) async throws {
        while true {
            guard let first = try await connection.nextNotification() else { continue }
            var changes = Changes()
            for notification in [first] + (try await connection.takeNotifications()) {
                if notification.missed > 0 { changes = .everything }
                changes.add(announcement: notification.payload)
            }
            await deliver(changes)
            try await Task.sleep(for: .seconds(1) / Self.deliveriesPerSecond)
        }
    }
}

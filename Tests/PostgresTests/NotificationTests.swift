import Postgres
import TestSupport
import Testing

/// Each test has a database of its own, so that nobody hears the others.
@Suite(.databaseForEachTest) struct NotificationTests {
    @Test("Notifications come with channel, payload and sender, in their order")
    func delivery() async throws {
        try await withConnection { listener in
            try await listener.listen(to: "Orders \"new\"")
            let waiting = Task { try await listener.nextNotification(within: .seconds(20)) }
            try await withConnection { sender in
                for number in 1...3 { _ = try await sender.query("SELECT pg_notify('Orders \"new\"', \("\(number)"))") }
                let first = try #require(await waiting.value)
                #expect(first.channel == "Orders \"new\"")
                #expect(first.payload == "1")
                #expect(first.processID == (await sender.processID))
            }
            #expect(try await listener.nextNotification(within: .seconds(20))?.payload == "2")
            #expect(try await listener.nextNotification(within: .seconds(20))?.payload == "3")
            #expect(try await listener.nextNotification(within: .milliseconds(5)) == nil)
        }
    }

    @Test("A waiting listener gets what arrives while its connection runs a statement")
    func whileBusy() async throws {
        try await withConnection { connection in
            try await connection.listen(to: "self")
            let waiting = Task { try await connection.nextNotification(within: .seconds(20)) }
            for round in 0..<50 { _ = try await connection.query("SELECT \(round)::integer") }
            _ = try await connection.query("SELECT pg_notify('self', 'hello')")
            #expect(try await waiting.value?.payload == "hello")
            #expect(try value(await connection.query("SELECT 1")) == Int32(1))
        }
    }

    @Test("Two who wait both get one")
    func twoListeners() async throws {
        try await withConnection { connection in
            try await connection.listen(to: "self")
            let tasks = (0..<2).map { _ in Task { try await connection.nextNotification(within: .seconds(20)) } }
            _ = try await connection.query("SELECT pg_notify('self', n::text) FROM generate_series(1, 2) AS n")
            var payloads: Set<String> = []
            for task in tasks { payloads.insert(try #require(await task.value).payload) }
            #expect(payloads == ["1", "2"])
        }
    }

    @Test("When too many wait, the oldest are dropped, and the next one says how many")
    func overflow() async throws {
        try await withConnection(options: PostgresOptions(notificationLimit: 10)) { connection in
            try await connection.listen(to: "self")
            _ = try await connection.query("SELECT pg_notify('self', n::text) FROM generate_series(1, 25) AS n")
            let first = try #require(await connection.nextNotification(within: .seconds(20)))
            #expect(first.payload == "16")
            #expect(first.missed == 15)
            #expect(try await connection.nextNotification(within: .seconds(20))?.missed == 0)
        }
    }

    @Test("All that have come are taken at once, and how many were dropped is said with the first of them")
    func takingAll() async throws {
        try await withConnection(options: PostgresOptions(notificationLimit: 10)) { connection in
            try await connection.listen(to: "self")
            #expect(try await connection.takeNotifications().isEmpty)
            _ = try await connection.query("SELECT pg_notify('self', n::text) FROM generate_series(1, 25) AS n")
            let first = try #require(await connection.nextNotification(within: .seconds(20)))
            #expect(first.payload == "16")
            _ = try await connection.query("SELECT pg_notify('self', n::text) FROM generate_series(26, 29) AS n")
            // What the server has told is in front of its next answer.
            _ = try await connection.query("SELECT 1")
            let rest = try await connection.takeNotifications()
            #expect(rest.map(\.payload) == (20...29).map(String.init))
            #expect(rest.map(\.missed) == [3] + Array(repeating: 0, count: 9))
        }
    }

    @Test("A cancelled listener leaves the connection in order, and unlistening ends the delivery")
    func ending() async throws {
        try await withConnection { connection in
            try await connection.listen(to: "self")
            let waiting = Task { try await connection.nextNotification() }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            try await connection.unlisten()
            _ = try await connection.query("SELECT pg_notify('self', 'unheard')")
            #expect(try await connection.nextNotification(within: .milliseconds(20)) == nil)
        }
    }

    @Test("A listener whose session ends or is closed is told")
    func lostSession() async throws {
        try await withConnection { connection in
            try await connection.listen(to: "self")
            let waiting = Task { _ = try await connection.nextNotification() }
            let process = await connection.processID
            try await withConnection { _ = try await $0.query("SELECT pg_terminate_backend(\(process)::integer)") }
            let error = try await failure { try await waiting.value }
            #expect(error.kind == .connectionLost)
            #expect(error.sqlState == .adminShutdown)
            #expect(!error.outcomeIsUnknown)
        }
        try await withConnection { connection in
            try await connection.listen(to: "self")
            let waiting = Task { _ = try await connection.nextNotification() }
            await connection.close()
            #expect(try await failure { try await waiting.value }.kind == .closed)
        }
    }

    @Test("A connection that listened hears nothing more once it is back in the pool")
    func pooled() async throws {
        try await withPool(size: 1) { pool in
            try await pool.withConnection { try await $0.listen(to: "self") }
            _ = try await pool.query("SELECT pg_notify('self', 'old')")
            let heard = try await pool.withConnection { connection in
                _ = try await connection.query("SELECT pg_notify('self', 'new')")
                return try await connection.nextNotification(within: .milliseconds(20))
            }
            #expect(heard == nil)
        }
    }
}

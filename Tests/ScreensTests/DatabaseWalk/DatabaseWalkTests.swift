import Glibc
import TestSupport
import Testing

/// The walk over a real database, of a million keys in the nightly profile, or as many as are asked for.
@Suite struct DatabaseWalkTests {
    private static let asked = getenv("OBLIK_DATABASE_WALK_KEYS").flatMap { Int(String(cString: $0)) }
    private static let keys = asked ?? FaultProfile.sized(quick: 600, nightly: 1_000_000)

    @Test("Any keys, while others write and the database goes and comes, leave cursor, drafts and lists in order")
    func walk() async throws {
        try await Self.walk(Self.keys) { _ in
        } after: { walk in
            #expect(walk.losses == [])
            #expect(walk.restarts >= 3)
            // Without these it would have seen nothing.
            #expect(walk.comparisons.all > Self.keys / 60)
            #expect(walk.comparisons.news > Self.keys / 300)
            guard Self.keys > 600 else { return }
            print(
                "walk: \(walk.pressed) keys, \(walk.restarts) restarts, \(walk.deliveries) messages,",
                "\(walk.comparisons.all) with a chosen row, \(walk.comparisons.news) of them news;",
                "slowest key \(walk.slowest) of processor time, \(walk.slowKeys) above 100 ms")
        }
    }

    @Test("A list whose cursor stays on a line instead of its record is found out")
    func findsLostCursors() async throws {
        try await Self.walk(600) { walk in
            walk.losesCursor = true
        } after: { walk in
            #expect(walk.losses.contains { $0.hasPrefix("changes") })
        }
    }

    /// A walk on a cluster of its own.
    private static func walk(
        _ keys: Int, before: (inout DatabaseWalk) -> Void, after: (borrowing DatabaseWalk) -> Void
    ) async throws {
        try await OwnCluster.run { cluster in
            var walk = try await DatabaseWalk(cluster, seed: 20_261_125)
            before(&walk)
            do {
                try await walk.go(keys)
                try await walk.expectTruth()
            } catch {
                await walk.finish()
                throw error
            }
            after(walk)
            await walk.finish()
        }
    }
}

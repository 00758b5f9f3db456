import Glibc
import TestSupport
import Testing

/// The walk over a real database, of a million keys in the nightly profile, or as many as are asked for.
@Suite struct DatabaseWalkTests {
    private static let asked = getenv("OBLIK_DATABASE_WALK_KEYS").flatMap { Int(String(cString: $0)) }
    private static let keys = asked ?? FaultProfile.sized(quick: 600, nightly: 1_000_000)

    @Test("Any keys, while others write and the database goes and comes, leave cursor, drafts and lists in order")
    func walk() async throws {
        try await OwnCluster.run { cluster in
            var walk = try await DatabaseWalk(cluster, seed: 20_261_125)
            do {
                try await walk.go(Self.keys)
                try await walk.expectTruth()
            } catch {
                await walk.finish()
                throw error
            }
            #expect(walk.restarts >= 3)
            if Self.keys > 600 {
                print(
                    "walk: \(walk.pressed) keys, \(walk.restarts) restarts, \(walk.deliveries) messages;",
                    "slowest key \(walk.slowest) of processor time, \(walk.slowKeys) above 100 ms")
            }
            await walk.finish()
        }
    }
}

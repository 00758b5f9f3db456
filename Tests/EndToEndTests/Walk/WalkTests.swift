import TestSupport
import Testing

@testable import Screens

extension EndToEnd {
    @Suite struct WalkTests {
        @Test("Every screen and every action, by its key, in a terminal of 80×24, from an empty shop to the last quit")
        func walk() async throws {
            // Each leg finds its lists as they usually are; what was done can be taken back, however slow the machine.
            try await Shop.open(["OBLIK_SESSION": "false", "OBLIK_UNDO_TIME": "3600"]) { shop in
                // Another program keeps the server going when this one ends, for the leg that comes as a stranger.
                let keeper = try shop.start(Shop.program, ["serve"])
                _ = try await keeper.port()
                let walk = try await Walk.begin(in: shop)
                var done: Set<String> = []
                for leg in WalkLegs.all {
                    // Whatever goes wrong on one leg, the others are walked too.
                    do { try await walk.go(leg) { done.insert($0) } } catch { Issue.record(error, "\(leg)") }
                }
                #expect(Self.registered.subtracting(done).sorted() == [], "actions that were not done and seen")
                let stream = TerminalStream(Files.bytes(of: walk.stream))
                #expect(stream.offence == nil)
                #expect(stream.copies == 5)
                for mode in [1000, 1004, 1006, 1049, 2004, 2026] { #expect(stream.modes[mode] != true) }
                keeper.send(15)
                #expect(try await keeper.end() == 0)
                try await shop.waitUntilNothingRuns()
            }
        }

        private static let registered = Set(ActionRegistry.entries.map(\.fullName))

        @Test("The walk has a step for every action in the registry, and none for what is not there")
        func isComplete() {
            let walked = Set(WalkLegs.all.flatMap { $0.steps.compactMap(\.action) })
            #expect(Self.registered.subtracting(walked).sorted() == [], "actions without a step in WalkLegs")
            #expect(walked.subtracting(Self.registered).sorted() == [], "steps of actions that there are not")
        }

        @Test("Every step of the walk that presses a key says what is seen of it")
        func saysWhatIsSeen() {
            for leg in WalkLegs.all {
                for step in leg.steps where step.action != nil {
                    #expect(step.provesSomething, "\(leg.name): \(step.deed)")
                }
            }
        }
    }
}

import TestSupport
import Testing

@testable import Screens

extension EndToEnd {
    @Suite struct WalkTests {
        @Test("Every screen and every action, by its key, in a terminal of 80×24, from an empty shop to the last quit")
        func walk() async throws {
            // Each leg finds its lists as they usually are.
            try await Shop.open(["OBLIK_SESSION": "false"]) { shop in
                let walk = try await Walk.begin(in: shop)
                for leg in WalkLegs.all {
                    // Whatever goes wrong on one leg, the others are walked too.
                    do { try await walk.go(leg) } catch { Issue.record(error, "\(leg)") }
                }
                let stream = TerminalStream(Files.bytes(of: walk.stream))
                #expect(stream.offence == nil)
                #expect(stream.copies == 5)
                for mode in [1000, 1004, 1006, 1049, 2004, 2026] { #expect(stream.modes[mode] != true) }
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("The walk has a step for every action in the registry, and none for what is not there")
        func isComplete() {
            let walked = Set(WalkLegs.all.flatMap { $0.steps.compactMap(\.action) })
            let registered = Set(ActionRegistry.entries.map(\.fullName))
            #expect(registered.subtracting(walked).sorted() == [], "actions without a step in WalkLegs")
            #expect(walked.subtracting(registered).sorted() == [], "steps of actions that there are not")
        }

        @Test("Every step of the walk that presses a key says what is seen of it")
        func saysWhatIsSeen() {
            for leg in WalkLegs.all {
                for step in leg.steps where step.action != nil {
                    let isSeen = !step.shows.isEmpty || step.hides != nil || step.row != nil
                    #expect(isSeen, "\(leg.name): \(step.deed)")
                }
            }
        }
    }
}

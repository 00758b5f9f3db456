import Domain
import Postgres
import Services
import TestSupport
import Testing

/// Answers that break off or never come.
@Suite struct BrokenAnswerTests {
    @Test("Wherever the answer to an order breaks off, the order stands once")
    func cutsAnswers() async throws {
        try await FaultyShop.open { faulty in
            let (user, tea) = (try await faulty.shop.customer(), try await faulty.shop.product(stock: 100_000))
            var orders = 0
            for count in stride(from: 0, through: 2000, by: FaultProfile.sized(quick: 148, nightly: 37)) {
                try await faulty.warmUp()
                faulty.link.arm(.cutReply(after: count))
                let request = try faulty.shop.request(user, [(tea, 1)], key: "cut-\(count)")
                let placement = try await faulty.services.orders.place(request, as: faulty.shop.operator_)
                orders += 1
                #expect(placement.order.lines.count == 1)
                #expect(try await faulty.orderCount() == orders)
                faulty.link.arm(nil)
            }
            #expect(try await faulty.shop.stock(of: tea) == 100_000 - orders)
            try await faulty.shop.expectBalanced()
        }
    }

    @Test("A server that never answers is told as an outage, and the pool goes on with another connection")
    func outlivesSilence() async throws {
        try await FaultyShop.open(deadline: Self.deadline) { faulty in
            let tea = try await faulty.shop.product(stock: 10)
            let request = try faulty.shop.request(try await faulty.shop.customer(), [(tea, 1)], key: "silent")
            guard case .failure(.unavailable)? = try await answerToSilence(request, faulty) else {
                Issue.record("An order without an answer can't be told as placed, and can't wait for ever.")
                return
            }
            let placement = try await faulty.services.orders.place(request, as: faulty.shop.operator_)
            #expect(placement == .existing(placement.order))
            #expect(try await faulty.orderCount() == 1)
            #expect(await faulty.pool.state.leased == 0)
        }
    }

    @Test("Without a deadline, the same order waits as long as the server is silent")
    func needsTheDeadline() async throws {
        try await FaultyShop.open(deadline: .seconds(1_000_000)) { faulty in
            let tea = try await faulty.shop.product(stock: 10)
            let request = try faulty.shop.request(try await faulty.shop.customer(), [(tea, 1)], key: "silent")
            #expect(try await answerToSilence(request, faulty) == nil)
            // What it waits for was done; nobody will ever say so.
            #expect(try await faulty.orderCount() == 1)
            faulty.link.shut()
        }
    }

    /// How long a call of these tests waits for its answer.
    private static let deadline: Duration = .milliseconds(200)

    /// What becomes of an order after which the server says nothing more; nil where it still waits when three others,
    /// which began one after another behind it, have all met their deadlines.
    private func answerToSilence(
        _ request: PlaceOrder, _ faulty: FaultyShop
    ) async throws -> Result<Placement, ServiceError>? {
        try await faulty.warmUp()
        var others: [PostgresConnection] = []
        for _ in 0..<3 { others.append(try await faulty.connect()) }
        faulty.link.arm(.stall, times: 1 + others.count)
        let isAnswered = Flag()
        let call = Task {
            let result = await faulty.place(request)
            isAnswered.raise()
            return result
        }
        try await eventually { faulty.link.seen.strikes > 0 }
        for other in others where !isAnswered.isRaised {
            let error = await #expect(throws: PostgresError.self) {
                try await other.query("SELECT 1", deadline: Self.deadline)
            }
            #expect(error?.kind == .deadlineExceeded)
        }
        for other in others { await other.close() }
        faulty.link.arm(nil)
        return isAnswered.isRaised ? await call.value : nil
    }

    @Test("While the link breaks again and again, every order still stands once")
    func outlivesAStorm() async throws {
        try await FaultyShop.open { faulty in
            let (user, tea) = (try await faulty.shop.customer(), try await faulty.shop.product(stock: 10_000))
            var random = SeededRandom(seed: 11)
            let count = FaultProfile.sized(quick: 60, nightly: 1200)
            for number in 0..<count {
                let fault: LinkFault =
                    [.cutBefore, .cutAfter, .refuse("40001"), .cutReply(after: 9)]
                    .randomElement(using: &random) ?? .cutBefore
                let (place, times) = (Int.random(in: 1...3, using: &random), Int.random(in: 1...2, using: &random))
                faulty.link.arm(fault, at: place, times: times)
                let request = try faulty.shop.request(user, [(tea, 1)], key: "storm-\(number)")
                _ = try await faulty.services.orders.place(request, as: faulty.shop.operator_)
            }
            faulty.link.arm(nil)
            #expect(try await faulty.orderCount() == count)
            #expect(try await faulty.shop.stock(of: tea) == 10_000 - count)
            try await faulty.shop.expectBalanced()
        }
    }
}

import Domain
import HTTPAPI
import JSON
import Postgres
import TestSupport
import Testing

@Suite struct OutageTests {
    @Test("Without its database the server answers 503 with Retry-After, and goes on answering")
    func answersWithoutDatabase() async throws {
        try await API.open { api in
            await api.pool.close()
            for response in [try await api.get("/users"), try await api.post("/orders", basket(1, [(1, 1)]))] {
                #expect((response.status, response.code) == (503, "unavailable"))
                #expect(response.headers["retry-after"].flatMap { Int($0) } != nil)
            }
            #expect(try await api.get("/health/live").status == 200)
        }
    }

    @Test("A failure in the middle of an order is 500 with a reference; nothing is written and the key is free")
    func rollsBack() async throws {
        try await API.open { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            // The audit row is the last thing that an order writes.
            _ = try await api.pool.query("ALTER TABLE site.s_audit ADD CONSTRAINT broken CHECK (false) NOT VALID")
            let headers = [("Idempotency-Key", "k-1")]
            let failed = try await api.post("/orders", basket(user, [(tea, 2)]), headers: headers)
            #expect((failed.status, failed.code) == (500, "internal-error"))
            let reference = try #require(try failed.json["reference"]?.stringValue)
            #expect(try failed.json["detail"]?.stringValue?.contains("Quote \(reference)") == true)
            #expect(!failed.text.contains("broken"))
            #expect(try await api.stock(of: tea) == 10)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_order") == 0)
            _ = try await api.pool.query("ALTER TABLE site.s_audit DROP CONSTRAINT broken")
            #expect(try await api.post("/orders", basket(user, [(tea, 2)]), headers: headers).status == 201)
        }
    }

    @Test("An endpoint that takes too long is cut off with 503")
    func cutsOff() async throws {
        var limits = HTTPLimits()
        limits.handlerDeadline = .milliseconds(300)
        try await API.open(limits: limits) { api in
            let (user, tea) = (try await api.customer(), try await api.product())
            try await api.pool.transaction { transaction in
                _ = try await transaction.query("SELECT id FROM site.s_product FOR UPDATE")
                let response = try await api.post("/orders", basket(user, [(tea, 1)]))
                #expect((response.status, response.code) == (503, "unavailable"))
            }
            #expect(try await api.stock(of: tea) == 10)
            #expect(try await api.post("/orders", basket(user, [(tea, 1)])).status == 201)
        }
    }
}

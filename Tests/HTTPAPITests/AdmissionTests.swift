import HTTPAPI
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct AdmissionTests {
    @Test("A quota is spent request by request, and comes back evenly")
    func quota() {
        var quota = RateQuota("read", 60)
        let start = ContinuousClock.now
        for left in (0..<60).reversed() {
            let state = quota.take("a", now: start)
            #expect(state.isAllowed && state.remaining == left)
        }
        let refused = quota.take("a", now: start)
        #expect(!refused.isAllowed)
        #expect(refused.wait == .seconds(1))
        #expect(quota.take("b", now: start).isAllowed)
        #expect(quota.take("a", now: start + .seconds(1)).isAllowed)
        #expect(!quota.take("a", now: start + .seconds(1)).isAllowed)
        #expect(quota.take("a", now: start + .seconds(61)).remaining == 59)
    }

    @Test("A crowd of clients does not fill the memory")
    func bounded() {
        var quota = RateQuota("read", 60)
        let start = ContinuousClock.now
        for client in 0..<30_000 { _ = quota.take("\(client)", now: start) }
        #expect(quota.clientCount <= RateQuota.capacity)
        // Whoever has asked last is remembered.
        #expect(quota.take("29999", now: start).remaining == 58)
    }

    @Test("A client over its quota is told when to come again; what watches the server has none")
    func refuses() async throws {
        var options = HTTPOptions()
        options.rates.perMinute[.read] = 3
        options.rates.limitsLoopback = true
        try await API.open(options: options) { api in
            let first = try await api.get("/users")
            #expect(first.headers["ratelimit-policy"] == "\"read\";q=3;w=60")
            #expect(first.headers["ratelimit"]?.hasPrefix("\"read\";r=2;t=") == true)
            for _ in 0..<2 { #expect(try await api.get("/users").status == 200) }
            let refused = try await api.get("/users")
            #expect(refused.status == 429)
            #expect(refused.code == "quota-exceeded")
            #expect(Int(refused.headers["retry-after"] ?? "").map { (1...20).contains($0) } == true)
            #expect(refused.headers["ratelimit"]?.hasPrefix("\"read\";r=0;t=") == true)
            #expect(try await api.post("/users", #"{"name":"Ada"}"#).status == 201)
            #expect(try await api.get("/health/live").status == 200)
        }
    }

    @Test("Where enough is under way, further requests are turned away at once")
    func overload() async throws {
        var limits = HTTPLimits()
        limits.inFlight = 0
        try await API.open(limits: limits) { api in
            let refused = try await api.get("/users")
            #expect(refused.status == 503)
            #expect(refused.code == "overloaded")
            #expect(refused.headers["retry-after"] == "1")
            #expect(try await api.get("/health/ready").status == 200)
        }
    }

    @Test("Pages of named origins may use the shop, and are told so; other pages may not")
    func origins() async throws {
        var options = HTTPOptions()
        options.origins = ["https://shop.example"]
        try await API.open(options: options) { api in
            let theirs = [("Origin", "https://shop.example")]
            let read = try await api.get("/users", headers: theirs)
            #expect(read.headers["access-control-allow-origin"] == "https://shop.example")
            #expect(read.headers["access-control-expose-headers"]?.contains("ETag") == true)
            #expect(read.headers["vary"]?.contains("Origin") == true)
            let asked = try await api.send(
                "OPTIONS", "/users", headers: theirs + [("Access-Control-Request-Method", "POST")])
            #expect(asked.status == 204)
            #expect(asked.headers["access-control-allow-methods"]?.contains("POST") == true)
            #expect(asked.headers["access-control-allow-headers"]?.contains("Idempotency-Key") == true)
            #expect(try await api.post("/users", #"{"name":"Ada"}"#, headers: theirs).status == 201)
            let others = [("Origin", "https://evil.example")]
            #expect(try await api.get("/users", headers: others).headers["access-control-allow-origin"] == nil)
            #expect(try await api.post("/users", #"{"name":"Eve"}"#, headers: others).status == 403)
        }
    }
}

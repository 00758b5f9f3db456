import HTTPAPI
import JSON
import TestSupport
import Testing

@Suite struct HealthAPITests {
    @Test("A healthy program says so, with what it stands on")
    func reportsHealth() async throws {
        try await API.open { api in
            let response = try await api.get("/health")
            #expect(response.status == 200)
            let checks =
                #"{"database":{"status":"ok","latencyMs":3},"migrations":{"status":"ok","detail":"8 applied"}}"#
            let report = #"{"status":"ok","version":"0.1.0","env":"local","uptimeSeconds":7,"checks":"# + checks + "}"
            #expect(response.text == report)
            #expect(try await api.get("/health/ready").text == #"{"status":"ok"}"#)
        }
    }

    @Test("A failing part makes health and readiness 503; the program still lives")
    func reportsTrouble() async throws {
        try await API.open(healthy: false) { api in
            let response = try await api.get("/health")
            #expect(response.status == 503)
            #expect(try response.json["status"] == "failing")
            #expect(try response.json["checks"]?["database"]?["status"] == "failing")
            #expect(try await api.get("/health/ready").status == 503)
            #expect(try await api.get("/health/live").status == 200)
        }
    }
}

import HTTPTypes
import JSON

/// The server about itself, for whoever watches it.
enum HealthEndpoints {
    private static let patience: Duration = .seconds(2)

    static func all(_ provider: @escaping HealthProvider) -> [Endpoint] {
        [
            Endpoint(
                .get, "/health", .anyone, "How the program and the parts that it stands on are.", tag: .server,
                name: "getHealth", answers: [Answer(.ok, "How it is.", .document([.json]))], refusals: [.unavailable],
                rate: RateClass.none
            ) { _ in
                let report = try await ask(provider)
                return .json(report.isHealthy ? .ok : .serviceUnavailable) { $0.value(report) }
            },
            Endpoint(
                .get, "/health/live", .anyone, "Whether the program answers at all.", tag: .server, name: "getLiveness",
                answers: [Answer(.ok, "It is alive.", .document([.json]))], refusals: [.unavailable],
                rate: RateClass.none
            ) { _ in
                .json { writer in writer.object { $0.field("status", "ok") } }
            },
            Endpoint(
                .get, "/health/ready", .anyone, "Whether requests can be served now.", tag: .server,
                name: "getReadiness", answers: [Answer(.ok, "It is ready.", .document([.json]))],
                refusals: [.unavailable], rate: RateClass.none
            ) { _ in
                let isReady = try await ask(provider).isHealthy
                return .json(isReady ? .ok : .serviceUnavailable) { writer in
                    writer.object { $0.field("status", isReady ? "ok" : "failing") }
                }
            },
        ]
    }

    private static func ask(_ provider: @escaping HealthProvider) async throws -> HealthReport {
        try await withDeadline(patience, otherwise: Problem(.unavailable, "The checks did not end in time.")) {
            await provider()
        }
    }
}

extension JSONWriter {
    fileprivate mutating func value(_ report: HealthReport) {
        object { writer in
            writer.field("status", report.isHealthy ? "ok" : "failing")
            writer.field("version", report.version)
            writer.field("env", report.environment)
            writer.field("uptimeSeconds", report.uptime.components.seconds)
            writer.key("checks")
            writer.object { writer in
                for check in report.checks {
                    writer.key(check.name)
                    writer.value(check)
                }
            }
        }
    }

    private mutating func value(_ check: HealthReport.Check) {
        object { writer in
            writer.field("status", check.isHealthy ? "ok" : "failing")
            if let latency = check.latency {
                writer.field(
                    "latencyMs",
                    latency.components.seconds * 1000 + latency.components.attoseconds / 1_000_000_000_000_000)
            }
            if let detail = check.detail { writer.field("detail", detail) }
        }
    }
}

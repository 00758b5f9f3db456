import HTTPTypes
import JSON

/// The server about itself, for whoever watches it.
enum HealthEndpoints {
    private static let patience: Duration = .seconds(2)

    static func all(_ provider: @escaping HealthProvider, _ stop: StopSignal) -> [Endpoint] {
        [
            Endpoint(
                .get, "/health", .anyone,
                "How the program is; what it stands on is told on this machine, or with permission.", tag: .server,
                name: "getHealth", answers: [Answer(.ok, "How it is.", .document([.json]))], refusals: [.unavailable],
                rate: RateClass.none
            ) { call in
                let report = try await ask(provider)
                let isWell = report.isHealthy
                return .json(isWell ? .ok : .serviceUnavailable) { writer in
                    if call.mayWatch { writer.value(report, isWell) } else { writer.status(isWell) }
                }
            },
            Endpoint(
                .get, "/health/live", .anyone, "Whether the program answers at all.", tag: .server, name: "getLiveness",
                answers: [Answer(.ok, "It is alive.", .document([.json]))], refusals: [.unavailable],
                rate: RateClass.none
            ) { _ in
                .json { $0.status(true) }
            },
            Endpoint(
                .get, "/health/ready", .anyone, "Whether requests can be served now.", tag: .server,
                name: "getReadiness", answers: [Answer(.ok, "It is ready.", .document([.json]))],
                refusals: [.unavailable], rate: RateClass.none
            ) { _ in
                // Whoever sends requests here is to look for another server before this one is gone.
                let isHealthy = try await ask(provider).isHealthy
                let isReady = isHealthy && !stop.isStopped
                return .json(isReady ? .ok : .serviceUnavailable) { $0.status(isReady) }
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
    fileprivate mutating func status(_ isWell: Bool) { object { $0.field("status", isWell ? "ok" : "failing") } }

    fileprivate mutating func value(_ report: HealthReport, _ isWell: Bool) {
        object { writer in
            writer.field("status", isWell ? "ok" : "failing")
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

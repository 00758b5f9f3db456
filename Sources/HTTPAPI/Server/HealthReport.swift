/// How the program is, as whoever composes it knows.
package struct HealthReport: Sendable, Hashable {
    /// One part that the program stands on.
    package struct Check: Sendable, Hashable {
        package let name: String
        package let isHealthy: Bool
        /// What is wrong, or worth knowing, in a few words without secrets.
        package let detail: String?
        package let latency: Duration?

        package init(_ name: String, isHealthy: Bool, detail: String? = nil, latency: Duration? = nil) {
            (self.name, self.isHealthy, self.detail, self.latency) = (name, isHealthy, detail, latency)
        }
    }

    package let version: String
    /// local, dev, debug or prod.
    package let environment: String
    package let uptime: Duration
    package let checks: [Check]

    package init(version: String, environment: String, uptime: Duration, checks: [Check]) {
        (self.version, self.environment, self.uptime, self.checks) = (version, environment, uptime, checks)
    }

    /// Whether requests can be served.
    package var isHealthy: Bool { checks.allSatisfy(\.isHealthy) }
}

/// Finds out how the program is; asked for each health request, and given two seconds.
package typealias HealthProvider = @Sendable () async -> HealthReport

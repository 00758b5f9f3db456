package import Domain
package import Logging
package import Services

/// What every resolver is told: who asks, when, and what may be asked for.
package struct Caller: Sendable {
    package let services: ServiceCatalog
    package let principal: Principal
    /// The name of the request, for errors and the log.
    package let requestID: String
    /// The time at which the request came.
    package let now: Moment
    package let logger: Logger

    package init(services: ServiceCatalog, principal: Principal, requestID: String, now: Moment, logger: Logger) {
        (self.services, self.principal, self.requestID) = (services, principal, requestID)
        (self.now, self.logger) = (now, logger)
    }
}

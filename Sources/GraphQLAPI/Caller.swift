package import Domain
package import Logging
package import Services

/// What every resolver is told: who asks, when, and what may be asked for.
package struct Caller: Sendable {
    package let services: ServiceCatalog
    package let principal: Principal
    /// From where.
    package let origin: LoginOrigin
    /// The name of the request, for errors and the log.
    package let requestID: String
    /// The time at which the request came.
    package let now: Moment
    package let logger: Logger

    package init(
        services: ServiceCatalog, principal: Principal, origin: LoginOrigin, requestID: String, now: Moment,
        logger: Logger
    ) {
        (self.services, self.principal, self.origin, self.requestID) = (services, principal, origin, requestID)
        (self.now, self.logger) = (now, logger)
    }
}

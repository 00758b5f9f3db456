package import Domain
package import Logging
package import Postgres

/// All services over one database: what a face is given.
package final class ServiceCatalog: Sendable {
    package let users: UserService
    package let products: ProductService
    package let stock: StockService
    package let orders: OrderService
    package let staff: StaffService
    package let auth: AuthService
    package let accounts: AccountService
    package let audit: AuditService
    package let dashboard: DashboardService
    package let events: EventService
    /// What was noticed about the work of these services, and of the faces over them.
    package let observations: Observations

    private let pool: PostgresPool

    package convenience init(
        pool: PostgresPool, logger: Logger, placing limits: OrderWriter.Limits = OrderWriter.Limits(),
        sessions lifetime: AuthService.Lifetime = AuthService.Lifetime()
    ) {
        self.init(Operations(pool: pool, logger: logger), placing: limits, sessions: lifetime)
    }

    /// The same services, which undo all that they write once the answer is known: for a dry run.
    ///
    /// What they notice is nobody's to count.
    package var rehearsing: ServiceCatalog {
        ServiceCatalog(
            Operations(pool: pool, logger: users.operations.logger, isRehearsal: true),
            placing: OrderWriter.Limits(), sessions: AuthService.Lifetime())
    }

    private init(
        _ operations: Operations, placing limits: OrderWriter.Limits, sessions lifetime: AuthService.Lifetime
    ) {
        (pool, observations) = (operations.pool, operations.observations)
        users = UserService(operations)
        products = ProductService(operations)
        stock = StockService(operations)
        orders = OrderService(operations, placing: limits)
        staff = StaffService(operations)
        let passwords = PasswordHasher()
        auth = AuthService(operations, passwords: passwords, lifetime: lifetime)
        accounts = AccountService(operations, passwords: passwords)
        audit = AuditService(operations)
        dashboard = DashboardService(operations)
        events = EventService(operations)
    }

    /// The latest requests over HTTP, for whoever may watch the server.
    package func requestLog(as principal: Principal) throws(ServiceError) -> RequestLog {
        try principal.require(.watchServer)
        return observations.requestLog
    }

    /// What the connections to the database are doing now.
    package var poolFigures: PoolFigures { get async { PoolFigures(await pool.state) } }
}

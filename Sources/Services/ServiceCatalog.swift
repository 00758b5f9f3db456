package import Logging
package import Postgres

/// All services over one database: what a face is given.
package struct ServiceCatalog: Sendable {
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

    package init(
        pool: PostgresPool, logger: Logger, placing limits: OrderWriter.Limits = OrderWriter.Limits(),
        sessions lifetime: AuthService.Lifetime = AuthService.Lifetime()
    ) {
        let operations = Operations(pool: pool, logger: logger)
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
}

import Domain
import Logging
import Postgres
import Services
import TestSupport
import Testing

/// A shop that is reached by a sound connection and, for what is on trial, through a link that can fail.
struct FaultyShop: Sendable {
    let shop: Shop
    let link: FaultLink
    /// The services over the link.
    let services: ServiceCatalog
    /// The pool over the link: one connection, so that round trips come in one order.
    let pool: PostgresPool

    /// Runs `body` on a freshly migrated database.
    static func open(
        deadline: Duration = .seconds(60), _ body: (FaultyShop) async throws -> Void
    ) async throws {
        try await Shop.open { shop in
            let database = try TestDatabase.current
            let link = try await FaultLink(to: database)
            defer { link.shut() }
            let pool = PostgresPool(
                conninfo: link.conninfo, session: [("application_name", "through the link")], size: 1,
                waitLimit: .seconds(60),
                connectLimit: .seconds(60), options: PostgresOptions(deadline: deadline), on: database.loop)
            let services = ServiceCatalog(pool: pool, logger: Logger(label: "test") { _ in GroupLog() })
            try await body(FaultyShop(shop: shop, link: link, services: services, pool: pool))
            link.shut()
            await pool.close()
        }
    }

    /// What becomes of an order that is placed through the link.
    func place(_ request: PlaceOrder) async -> Result<Placement, ServiceError> {
        do throws(ServiceError) {
            return .success(try await services.orders.place(request, as: shop.operator_))
        } catch {
            return .failure(error)
        }
    }

    /// Opens a connection through the link, if there is none, and prepares nothing else.
    ///
    /// A link that was cut right behind an answer leaves a connection in the pool whose end it has not seen yet: the
    /// first statement sees it, and the next one has another connection.
    func warmUp() async throws {
        do {
            _ = try await pool.query("SELECT 1")
        } catch let error as PostgresError where error.kind == .connectionLost {
            _ = try await pool.query("SELECT 1")
        }
    }

    /// A connection through the link that is nobody else's; whoever asks for it closes it.
    func connect() async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            link.conninfo, on: TestDatabase.current.loop, deadline: .seconds(60),
            options: PostgresOptions(deadline: .seconds(60)))
    }

    /// Ends the server's side of every connection through the link, so that the next call opens a new one.
    func dropConnections() async throws {
        _ = try await shop.pool.query(
            """
            SELECT pg_terminate_backend(pid, 10000)
            FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'through the link'
            """)
    }

    /// How many orders there are.
    func orderCount() async throws -> Int { try await shop.number("SELECT count(*) AS n FROM site.s_order") }
}

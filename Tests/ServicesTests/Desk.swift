import Domain
import Logging
import Postgres
import Services
import Synchronization
import TestSupport
import Testing

/// A program over a shop's database whose orders can be held up, so that a test decides what becomes a group.
struct Desk: Sendable {
    let shop: Shop
    let services: ServiceCatalog
    let log: GroupLog

    /// Nobody is impatient unless a test says so: its machine may do much else.
    ///
    /// With a long `tick` those behind an order that is held up wait for it, however slowly they come.
    init(
        _ shop: Shop, pool: PostgresPool? = nil, direct: Int = 1, queue: Int = 256, patience: Duration = .seconds(600),
        tick: Duration = OrderWriter.Limits().tick
    ) {
        var limits = OrderWriter.Limits()
        (limits.direct, limits.queue, limits.patience, limits.tick) = (direct, queue, patience, tick)
        let log = GroupLog()
        self.init(shop, pool: pool, limits, log)
    }

    init(_ shop: Shop, pool: PostgresPool? = nil, _ limits: OrderWriter.Limits, _ log: GroupLog = GroupLog()) {
        (self.shop, self.log) = (shop, log)
        var logger = Logger(label: "test") { _ in log }
        logger.logLevel = .debug
        services = ServiceCatalog(pool: pool ?? shop.pool, logger: logger, placing: limits)
    }

    func place(_ request: PlaceOrder, by principal: Principal? = nil) async throws(ServiceError) -> Placement {
        try await services.orders.place(request, as: principal ?? shop.operator_)
    }

    /// What becomes of an order.
    func result(of request: PlaceOrder, by principal: Principal? = nil) async -> Result<Placement, ServiceError> {
        do throws(ServiceError) {
            return .success(try await place(request, by: principal))
        } catch {
            return .failure(error)
        }
    }

    /// Begins to place an order, and returns once it is in line or on its way in a group.
    func begin(
        _ request: PlaceOrder, by principal: Principal? = nil
    ) async throws -> Task<Result<Placement, ServiceError>, Never> {
        let before = services.orders.writer.callerCount
        let task = Task { await result(of: request, by: principal) }
        try await eventually { services.orders.writer.callerCount > before }
        return task
    }

    /// Places `first` alone, held up on its product, and `rest` as one group behind it, in their order.
    func placeBehind(
        _ first: PlaceOrder, _ rest: [(PlaceOrder, Principal?)]
    ) async throws -> [Result<Placement, ServiceError>] {
        let gate = try await ProductGate(first.lines[0].product)
        let blocker = Task { try await place(first) }
        try await gate.waitForSomebody()
        var tasks: [Task<Result<Placement, ServiceError>, Never>] = []
        for (request, principal) in rest { tasks.append(try await begin(request, by: principal)) }
        try await gate.open()
        _ = try await blocker.value
        var results: [Result<Placement, ServiceError>] = []
        for task in tasks { results.append(await task.value) }
        return results
    }

    /// That everybody was answered and every connection came back.
    func expectIdle(_ location: SourceLocation = #_sourceLocation) async throws {
        #expect(services.orders.writer.callerCount == 0, sourceLocation: location)
        try await eventually { await shop.pool.state.leased == 0 }
    }
}

/// A lock on a product's row, as another program might hold it.
struct ProductGate {
    private let connection: PostgresConnection

    init(_ product: Identifier<Product>) async throws {
        connection = try await TestDatabase.current.connect()
        _ = try await connection.query("BEGIN")
        _ = try await connection.query("SELECT FROM site.s_product WHERE id = \(product.value) FOR NO KEY UPDATE")
    }

    /// Waits until as many sessions as `count` wait for a lock.
    func waitForSomebody(_ count: Int = 1) async throws {
        let database = try TestDatabase.current
        try await eventually {
            let rows = try await database.pool.query(
                """
                SELECT count(*) AS n FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                """)
            return try rows[0]["n"] as Int >= count
        }
    }

    func open() async throws {
        _ = try await connection.query("COMMIT")
        await connection.close()
    }
}

/// What the writer says about its groups.
final class GroupLog: LogHandler {
    private let lines = Mutex<[String]>([])

    /// How many orders each group had that was placed.
    var groups: [String] {
        lines.withLock { $0.compactMap { $0.split(separator: "placed together ").first.map(String.init) } }
    }
    /// How many groups were given up.
    var failures: Int { lines.withLock { $0.count { $0.hasPrefix("placing one by one") } } }

    var metadata: Logger.Metadata {
        get { [:] }
        set { _ = newValue }
    }
    var logLevel: Logger.Level {
        get { .debug }
        set { _ = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set { _ = newValue }
    }

    func log(event: LogEvent) {
        let orders = event.metadata?["orders"].map { "\($0)" } ?? ""
        lines.withLock { $0.append("\(event.message) \(orders)") }
    }
}

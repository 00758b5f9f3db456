import Domain
import HTTPAPI
import JSON
import Logging
import Postgres
import Services
import TestSupport
import Testing

/// The whole HTTP face over a database of its own, listening on a port that the system chose.
struct API: Sendable {
    let port: Int
    let pool: PostgresPool
    let services: ServiceCatalog
    let principal: Principal

    /// Runs `body` while the server listens, then stops it.
    ///
    /// Where a `login` is needed, nobody is taken for its operator.
    static func open<Value: Sendable>(
        limits: HTTPLimits = HTTPLimits(), options: HTTPOptions = HTTPOptions(), role: Role = .admin,
        healthy: Bool = true, login: Bool = false, files: PageFiles = .none,
        _ body: (API) async throws -> Value
    ) async throws -> Value {
        try await withDatabase { database in
            // The races ask for more than a busy machine can do in the second that a caller waits by default.
            let pool = PostgresPool(
                conninfo: database.conninfo, queueLimit: 256, waitLimit: .seconds(20), on: database.loop)
            let services = ServiceCatalog(pool: pool, logger: Logger(label: "test"))
            let admin = try await services.staff.localOperator(account: "tester", source: .cli)
            let principal = Principal(id: admin.id, name: admin.name, role: role, source: .cli)
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            let service = HTTPService(
                services: services, principal: login ? nil : principal, port: 0, limits: limits, options: options,
                logger: Logger(label: "test"), files: files,
                health: { report(healthy: healthy) }, onListening: { port.yield($0) })
            let running = Task {
                defer { port.finish() }
                try await service.run()
            }
            var iterator = ports.makeAsyncIterator()
            let bound = try #require(await iterator.next())
            let result = await resultOf {
                try await body(API(port: bound, pool: pool, services: services, principal: admin))
            }
            running.cancel()
            try await running.value
            await pool.close()
            return try result.get()
        }
    }

    private static func resultOf<Value>(_ body: () async throws -> Value) async -> Result<Value, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    private static func report(healthy: Bool) -> HealthReport {
        HealthReport(
            version: "0.1.0", environment: "local", uptime: .seconds(7),
            checks: [
                HealthReport.Check("database", isHealthy: healthy, latency: .milliseconds(3)),
                HealthReport.Check("migrations", isHealthy: true, detail: "8 applied"),
            ])
    }
}

extension API {
    /// Sends one request on a connection of its own.
    func send(
        _ method: String, _ target: String, headers: [(String, String)] = [], body: [UInt8]? = nil
    ) async throws -> TestResponse {
        try await onThread { [port] in
            try TestClient(port: port).request(method, target, headers: headers, body: body)
        }
    }

    func get(_ target: String, headers: [(String, String)] = []) async throws -> TestResponse {
        try await send("GET", target, headers: headers)
    }

    /// Sends a JSON text.
    func send(
        _ method: String, _ target: String, headers: [(String, String)] = [], json: String
    ) async throws -> TestResponse {
        try await send(
            method, target, headers: headers + [("Content-Type", "application/json")], body: Array(json.utf8))
    }

    func post(_ target: String, _ json: String, headers: [(String, String)] = []) async throws -> TestResponse {
        try await send("POST", target, headers: headers, json: json)
    }

    func patch(_ target: String, _ json: String) async throws -> TestResponse {
        try await send(
            "PATCH", target, headers: [("Content-Type", "application/merge-patch+json")], body: Array(json.utf8))
    }

    /// Creates a customer and answers its number.
    func customer(_ name: String = "Олена Іваненко") async throws -> Int64 {
        let response = try await post("/users", "{\"name\":\"\(name)\"}")
        #expect(response.status == 201)
        return try #require(try response.json["id"]?.intValue)
    }

    /// Creates a product and answers its number.
    func product(_ sku: String = "A-100", price: String = "12.50", stock: Int = 10) async throws -> Int64 {
        let body = "{\"sku\":\"\(sku)\",\"name\":\"Чай \(sku)\",\"price\":\"\(price)\",\"stock\":\(stock)}"
        let response = try await post("/products", body)
        #expect(response.status == 201)
        return try #require(try response.json["id"]?.intValue)
    }

    func stock(of product: Int64) async throws -> Int64? {
        try await get("/products/\(product)").json["stock"]?.intValue
    }

    /// The one number that a statement gives.
    func number(_ sql: SQL) async throws -> Int64 {
        let rows = try await pool.query(sql)
        return try #require(rows.first)["n"]
    }
}

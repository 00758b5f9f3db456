import Domain
import GraphQL
import JSON
import Logging
import Postgres
import Services
import TestSupport
import Testing

@testable import GraphQLAPI

/// The schema over a database of its own, asked by one person.
struct Desk: Sendable {
    let schema: Schema
    let services: ServiceCatalog
    let principal: Principal
    let pool: PostgresPool

    /// Runs `body` with a desk whose pool has one connection, so that statements can be counted on it.
    static func open<Value: Sendable>(role: Role = .admin, _ body: (Desk) async throws -> Value) async throws -> Value {
        try await withDatabase { database in
            let pool = PostgresPool(
                conninfo: database.conninfo, size: 1, waitLimit: .seconds(60),
                connectLimit: .seconds(60), on: database.loop)
            let services = ServiceCatalog(pool: pool, logger: Logger(label: "test"))
            let admin = try await services.staff.localOperator(account: "tester", source: .http)
            let principal = Principal(id: admin.id, name: admin.name, role: role, source: .http)
            let desk = Desk(schema: try ShopSchema.make(), services: services, principal: principal, pool: pool)
            let result: Result<Value, any Error>
            do { result = .success(try await body(desk)) } catch { result = .failure(error) }
            await pool.close()
            return try result.get()
        }
    }

    /// What resolvers are told.
    var caller: Caller {
        Caller(
            services: services, principal: principal, origin: LoginOrigin(address: "127.0.0.1"), requestID: "test",
            now: Moment(microseconds: 1_767_225_600_000_000), logger: Logger(label: "test"))
    }

    /// The response to a request.
    func answer(_ query: String, _ variables: JSONValue = [:]) async -> JSONValue {
        let request = GraphQLRequest(query, variables: variables.objectValue ?? JSONObject())
        return await schema.answer(request, context: caller).json
    }

    /// The data of a response that has no errors.
    func data(_ query: String, _ variables: JSONValue = [:]) async throws -> JSONValue {
        let response = await answer(query, variables)
        #expect(response["errors"] == nil, "\(response)")
        return try #require(response["data"])
    }

    /// How often the connection has executed statements; it prepares each before its first execution.
    func executions() async throws -> Int64 {
        let rows = try await pool.query(
            """
            SELECT coalesce(sum(generic_plans + custom_plans), 0)::bigint AS n
            FROM pg_prepared_statements
            WHERE statement NOT LIKE '%pg_prepared_statements%'
            """)
        return try #require(rows.first)["n"]
    }

    func customer(_ name: String = "Олена Іваненко") async throws -> User {
        try await services.users.create(NewUser(name: name), as: principal)
    }

    func product(_ sku: String = "A-100", price: String = "12.50", stock: Int = 10) async throws -> Product {
        try await services.products.create(
            NewProduct(sku: sku, name: "Чай \(sku)", price: price, stock: stock), as: principal)
    }
}

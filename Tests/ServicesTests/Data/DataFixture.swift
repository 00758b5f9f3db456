import Domain
import Glibc
import Logging
import Postgres
import Services
import TestSupport
import Testing

/// The data programs over a database, and what tests ask about it afterwards.
struct DataFixture: Sendable {
    let pool: PostgresPool
    let principal = Principal(id: Identifier(1), name: "tester", role: .admin, source: .cli)

    private var operations: Operations { Operations(pool: pool, logger: Logger(label: "test")) }
    var imports: ImportService { ImportService(operations) }
    var seeds: SeedService { SeedService(operations) }
    var books: VerifyService { VerifyService(operations) }

    /// Runs `body` on a freshly migrated database.
    static func open<Value: Sendable>(_ body: (DataFixture) async throws -> Value) async throws -> Value {
        try await withDatabase { try await body(DataFixture(pool: $0.pool)) }
    }

    static let end = Moment(microseconds: 1_795_305_600_000_000)

    /// A small demo shop that ends on 2026-11-22.
    static func options(orders: Int = 120, seed: UInt64 = 7) -> SeedOptions {
        SeedOptions(orders: orders, seed: seed, users: 20, products: 30, end: end)
    }

    /// A checksum of every row of every table, and where each sequence stands.
    func checksums() async throws -> [String] {
        var sums: [String] = []
        for table in ["s_user", "s_product", "s_order", "s_order_item", "s_stock_move", "s_idempotency", "s_audit"] {
            let rows = try await pool.query(
                """
                SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum
                FROM site.\(identifier: table) t
                """)
            sums.append("\(table) \(try #require(rows.first)["sum"] as String)")
        }
        let sequences = try await pool.query(
            "SELECT sequencename || ' ' || coalesce(last_value, 0) AS place FROM pg_sequences ORDER BY 1")
        return sums + (try sequences.map { try $0["place"] })
    }

    /// The definitions of all constraints and indexes.
    func definitions() async throws -> [String] {
        let rows = try await pool.query(
            """
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated AS line
            FROM pg_constraint
            WHERE connamespace = 'site'::regnamespace
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'site'
            ORDER BY 1
            """)
        return try rows.map { try $0["line"] }
    }

    /// The one number that a statement gives.
    func number(_ sql: SQL) async throws -> Int {
        let rows = try await pool.query(sql)
        return Int(try #require(rows.first)["n"] as Int64)
    }

    /// The texts that a statement gives.
    func texts(_ sql: SQL) async throws -> [String] { try await pool.query(sql).map { try $0["t"] } }

    /// That every rule of the books holds.
    func expectClean(_ location: SourceLocation = #_sourceLocation) async throws {
        let report = try await books.run(as: principal)
        #expect(report.checks.map(\.rule) == BookRule.allCases, sourceLocation: location)
        for check in report.checks {
            #expect(check.faults == 0, "\(check.rule): \(check.examples)", sourceLocation: location)
        }
        #expect(report.isClean, sourceLocation: location)
    }
}

/// A folder of a test's own, which is removed with all that is in it.
final class Folder: Sendable {
    let path: String

    init() throws {
        let template = "/tmp/oblik-data-XXXXXX"
        path = try template.withCString { text in
            let copy = try #require(strdup(text))
            defer { free(copy) }
            return String(cString: try #require(mkdtemp(copy)))
        }
    }

    /// Writes a file, and gives its path.
    func write(_ bytes: some Collection<UInt8>, to name: String = "input.csv") throws -> String {
        let file = Glibc.open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try #require(file >= 0)
        defer { close(file) }
        let bytes = Array(bytes)
        #expect(Glibc.write(file, bytes, bytes.count) == bytes.count)
        return "\(path)/\(name)"
    }

    func write(_ text: String, to name: String = "input.csv") throws -> String { try write(Array(text.utf8), to: name) }

    /// The text of a file, `nil` where there is none.
    func read(_ name: String) -> String? {
        let file = Glibc.open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var (text, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while case let count = Glibc.read(file, &buffer, buffer.count), count > 0 { text += buffer[..<count] }
        return String(decoding: text, as: UTF8.self)
    }

    deinit {
        guard let stream = opendir(path) else { return }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            unlink("\(path)/\(name)")
        }
        closedir(stream)
        rmdir(path)
    }
}

import Domain
import Postgres
import Services
import Synchronization
import TestSupport

/// A sequence of commands, asked of the shop and of its model side by side.
final class ModelRun: Sendable {
    let shop: Shop
    /// How often each operation changed something in all runs, so that a test sees that there was something to see.
    let tally = Mutex<[OperationID: Int]>([:])

    /// Where the two answered differently.
    struct Difference: Sendable, CustomStringConvertible {
        let place: Int
        let command: ModelCommand?
        let expected: String
        let got: String

        var description: String {
            let command = command.map { "\($0)" } ?? "the books afterwards"
            return "at \(place), \(command): expected \(expected), got \(got)"
        }
    }

    init(shop: Shop) { self.shop = shop }

    /// The commands of a seed: something to work with, and then anything.
    static func commands(seed: UInt64, count: Int) -> [ModelCommand] {
        var random = SeededRandom(seed: seed)
        let stocked = (0..<3).map { ModelCommand.createProduct(sku: $0, price: 333 + Int64($0), stock: 20) }
        let start = [.createUser(name: 0, email: 0), .createUser(name: 1, email: nil)] + stocked
        return start + (start.count..<count).map { _ in .random(&random) }
    }

    /// Begins with an empty shop, and gives the first difference.
    func difference(_ commands: [ModelCommand], run: Int) async throws -> Difference? {
        let shop = try await emptied()
        var (model, real) = (ModelShop(), RealShop(shop: shop, run: run))
        for (place, command) in commands.enumerated() {
            let got = try await real.reply(to: command, model)
            let expected = model.reply(to: command, id: got.newID)
            if got != expected {
                return Difference(place: place, command: command, expected: "\(expected)", got: "\(got)")
            }
        }
        tally.withLock { $0.merge(model.audit, uniquingKeysWith: +) }
        return try await differenceOfBooks(model, commands.count)
    }

    /// A difference between what was written into the books and what should have been.
    private func differenceOfBooks(_ model: ModelShop, _ count: Int) async throws -> Difference? {
        let rows = try await shop.pool.query("SELECT operation, count(*) AS n FROM site.s_audit GROUP BY operation")
        var audit: [String: Int] = [:]
        for row in rows { audit[try row["operation"]] = Int(try row["n"] as Int64) }
        let expected = Dictionary(uniqueKeysWithValues: model.audit.map { ($0.key.rawValue, $0.value) })
        if audit != expected {
            return Difference(place: count, command: nil, expected: "\(expected)", got: "\(audit)")
        }
        let wrong = try await shop.wrongRows()
        return wrong == 0 ? nil : Difference(place: count, command: nil, expected: "0 wrong rows", got: "\(wrong)")
    }

    /// The same shop without anything in it.
    private func emptied() async throws -> Shop {
        _ = try await shop.pool.query(
            """
            TRUNCATE site.s_user, site.s_product, site.s_order, site.s_order_item, site.s_stock_move,
                site.s_idempotency, site.s_audit CASCADE
            """)
        let principal = try await shop.services.staff.localOperator(account: "tester", source: .cli)
        return Shop(pool: shop.pool, services: shop.services, operator_: principal)
    }

    /// The fewest of the commands that still show a difference: parts are left out as long as it stays.
    func shrunk(_ commands: [ModelCommand], run: Int) async throws -> (commands: [ModelCommand], Difference)? {
        guard var found = try await difference(commands, run: run) else { return nil }
        var kept = Array(commands.prefix(found.place + 1))
        var (size, attempts) = (kept.count / 2, 0)
        while size > 0 {
            var start = 0
            while start < kept.count, attempts < 400 {
                attempts += 1
                var fewer = kept
                fewer.removeSubrange(start..<min(start + size, kept.count))
                if let other = try await difference(fewer, run: run) {
                    (kept, found) = (Array(fewer.prefix(other.place + 1)), other)
                } else {
                    start += size
                }
            }
            size /= 2
        }
        return (kept, found)
    }
}

extension ModelReply {
    /// The number of the row that the answer says was made.
    fileprivate var newID: Int64? {
        switch self {
        case .user(let user): user.id
        case .product(let product): product.id
        case .placed(let order): order.id
        case .repeated, .order, .list, .moves, .refused: nil
        }
    }
}

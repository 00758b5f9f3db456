import Domain
package import Postgres

extension OrderRepository {
    /// Places many orders in one transaction and two round trips, and commits.
    ///
    /// Each has the outcome that ``place(_:fingerprint:audit:lock:)`` would give it.
    ///
    /// The first trip locks the products of all baskets in the order of their ids, as everywhere, and reads the keys
    /// *after* that: whoever has used one of them over the same goods has either committed, and is seen, or waits
    /// behind these locks. So a refusal needs no second look at the keys. The second trip writes. Keys are claimed
    /// last, in one order that all groups share; one that somebody else has claimed meanwhile fails the whole group.
    ///
    /// Numbers are drawn for all orders at once; those that refused orders leave over are gaps.
    /// - Parameters:
    ///   - orders: in the order of their arrival: the earlier one gets the last piece.
    ///   - isWaiting: whether to wait for locks, each for at most ``lockWait``; otherwise the orders over products that
    ///     others have locked are left over.
    ///   - transaction: it is committed when this returns, and to be rolled back when this throws.
    /// - Returns: as many outcomes as orders; `nil` for what is left over: ask for that one alone.
    /// - Throws: `PostgresError`, also for a key that somebody else has claimed meanwhile.
    package static func placeTogether(
        _ orders: [OrderToPlace], waiting isWaiting: Bool = true, in transaction: PostgresTransaction
    ) async throws -> [PlaceOutcome?] {
        let found = try await transaction.pipeline(Self.locking(orders, isWaiting))
        var plan = try PlacingPlan(
            products: found[1], customers: found[2], keys: found[3], numbers: found[4], isComplete: isWaiting)
        let decisions = orders.map { plan.decide($0) }
        let accepted = decisions.compactMap { decision -> PlacingPlan.Accepted? in
            if case .accepted(let order) = decision { order } else { nil }
        }
        guard !accepted.isEmpty else {
            _ = try await transaction.commit()
            return decisions.map { decision in
                if case .answered(let outcome) = decision { outcome } else { nil }
            }
        }
        let written = try await transaction.commit(after: Self.writing(accepted, plan.taken))
        return try Self.outcomes(decisions, orders: written[1], lines: written[2])
    }

    /// How long a group waits for each lock, as PostgreSQL writes it.
    ///
    /// Other groups take a few milliseconds, so that whoever holds a lock for longer is somebody else.
    package static let lockWait = "250ms"

    private static func locking(_ orders: [OrderToPlace], _ isWaiting: Bool) -> [SQL] {
        let products = Set(orders.flatMap { $0.request.lines.map(\.product.value) }).sorted()
        let customers = Set(orders.map(\.request.user.value)).sorted()
        let skip: SQL = isWaiting ? "" : "SKIP LOCKED"
        return [
            "SELECT set_config('lock_timeout', \(lockWait), true)",
            """
            SELECT id, sku, name, price, stock, archived_at IS NOT NULL AS is_archived
            FROM site.s_product
            WHERE id = ANY (\(products)::bigint[])
            ORDER BY id
            FOR NO KEY UPDATE \(skip)
            """,
            """
            SELECT id, name
            FROM site.s_user
            WHERE id = ANY (\(customers)::bigint[]) AND archived_at IS NULL
            ORDER BY id
            FOR KEY SHARE
            """,
            """
            SELECT used.actor_id, used.key, used.order_id, used.fingerprint
            FROM unnest(\(orders.map(\.principal.id.value))::bigint[], \(orders.map(\.request.key.value))::text[])
                AS asked (actor_id, key)
            JOIN site.s_idempotency AS used ON used.actor_id = asked.actor_id AND used.key = asked.key
            """,
            """
            SELECT nextval('site.s_order_id_seq') AS id
            FROM generate_series(1, \(orders.count)::integer)
            """,
        ]
    }

    private static func writing(
        _ accepted: [PlacingPlan.Accepted], _ taken: [Identifier<Product>: Int]
    ) -> [SQL] {
        let taken = taken.sorted { $0.key < $1.key }
        let principals = accepted.map(\.order.principal)
        let ids = accepted.map(\.id.value)
        let fingerprints = accepted.compactMap(\.order.fingerprint.sqlText)
        return [
            """
            UPDATE site.s_product AS product
            SET stock = product.stock - taken.quantity
            FROM unnest(\(taken.map(\.key.value))::bigint[], \(taken.map(\.value))::integer[]) AS taken (id, quantity)
            WHERE product.id = taken.id
            """,
            """
            INSERT INTO site.s_order (id, user_id, total, line_count, note, created_by, source)
            SELECT *
            FROM unnest(
                \(ids)::bigint[], \(accepted.map(\.order.request.user.value))::bigint[],
                \(accepted.map(\.total.description))::numeric[],
                \(accepted.map(\.order.request.lines.count))::integer[],
                \(accepted.map(\.order.request.note))::text[], \(principals.map(\.id.value))::bigint[],
                \(principals.map(\.source.rawValue))::text[])
            RETURNING id, created_at
            """,
            Self.writingLines(accepted),
            Self.writingMoves(accepted),
            AuditEntry.insert(creationsBy: principals, .placeOrder, entity: "'order'", ids: ids),
            """
            INSERT INTO site.s_idempotency (actor_id, key, fingerprint, order_id)
            SELECT *
            FROM unnest(
                \(principals.map(\.id.value))::bigint[], \(accepted.map(\.order.request.key.value))::text[],
                \(fingerprints)::bytea[], \(ids)::bigint[]
            ) AS claim (actor_id, key, fingerprint, order_id)
            ORDER BY actor_id, key COLLATE "C"
            """,
        ]
    }

    private static func writingLines(_ accepted: [PlacingPlan.Accepted]) -> SQL {
        let lines = accepted.flatMap { order in
            zip(order.order.request.lines, order.products).enumerated().map { index, line in
                (order: order.id.value, number: index + 1, line: line.0, product: line.1)
            }
        }
        return """
            INSERT INTO site.s_order_item (order_id, line_no, product_id, sku, name, quantity, price, discount)
            SELECT *
            FROM unnest(
                \(lines.map(\.order))::bigint[], \(lines.map(\.number))::integer[],
                \(lines.map(\.product.id.value))::bigint[], \(lines.map(\.product.sku))::text[],
                \(lines.map(\.product.name))::text[], \(lines.map(\.line.quantity))::integer[],
                \(lines.map(\.product.price.description))::numeric[],
                \(lines.map(\.line.discount.description))::numeric[])
            RETURNING id, order_id, line_no
            """
    }

    private static func writingMoves(_ accepted: [PlacingPlan.Accepted]) -> SQL {
        let moves = accepted.flatMap { order in
            order.order.request.lines.map { (order: order.id.value, actor: order.order.principal.id.value, line: $0) }
        }
        return """
            INSERT INTO site.s_stock_move (product_id, delta, reason, order_id, actor_id)
            SELECT move.product_id, move.delta, 'sale', move.order_id, move.actor_id
            FROM unnest(
                \(moves.map(\.line.product.value))::bigint[], \(moves.map { -$0.line.quantity })::integer[],
                \(moves.map(\.order))::bigint[], \(moves.map(\.actor))::bigint[]
            ) AS move (product_id, delta, order_id, actor_id)
            """
    }

    private static func outcomes(
        _ decisions: [PlacingPlan.Decision], orders: Rows, lines: Rows
    ) throws -> [PlaceOutcome?] {
        var moments: [Identifier<Order>: Moment] = [:]
        for row in orders { moments[try row["id"]] = try row["created_at"] as Moment }
        var lineIDs: [Identifier<Order>: [Int: Identifier<OrderLine>]] = [:]
        for row in lines {
            lineIDs[try row["order_id"], default: [:]][Int(try row["line_no"] as Int32)] = try row["id"]
        }
        return try decisions.map { decision in
            switch decision {
            case .leftOver: return nil
            case .answered(let outcome): return outcome
            case .accepted(let order):
                guard let moment = moments[order.id], let ids = lineIDs[order.id] else { throw UnwrittenOrder() }
                return .placed(try order.placed(at: moment, ids))
            }
        }
    }
}

/// The database has written fewer rows than it was given, though it reported no error.
private struct UnwrittenOrder: Error {}

extension PlacingPlan.Accepted {
    /// The order as it was written; `lineIDs` by the number of the line, from 1.
    fileprivate func placed(at moment: Moment, _ lineIDs: [Int: Identifier<OrderLine>]) throws -> Order {
        let lines = try zip(order.request.lines, products).enumerated().map { index, line in
            guard let lineID = lineIDs[index + 1] else { throw UnwrittenOrder() }
            return OrderLine(
                id: lineID, order: id, product: line.1.id, sku: line.1.sku, name: line.1.name,
                quantity: line.0.quantity, price: line.1.price, discount: line.0.discount)
        }
        return Order(
            id: id, user: order.request.user, customer: customer, status: .placed, total: total,
            note: order.request.note, createdAt: moment, updatedAt: moment, version: 1, lines: lines)
    }
}

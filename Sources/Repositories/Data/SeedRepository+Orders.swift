import Domain
import Postgres

extension SeedRepository {
    /// What the lines of all orders took from the shelves.
    package struct Sales: Sendable {
        /// How many lines there are.
        package fileprivate(set) var lines = 0
        /// How many rows the ledger has.
        package fileprivate(set) var moves = 0
        /// The pieces that each product lost for good; those of cancelled orders came back.
        fileprivate var pieces: [Int64]
    }

    /// Writes the orders.
    package func writeOrders(progress: (Int) -> Void) async throws {
        try await write(
            "site.s_order",
            "id, user_id, status, total, line_count, note, created_by, source, created_at, updated_at, version",
            rows: shop.size.orders, progress: progress
        ) { number, copy in
            let order = shop.order(number)
            copy.row(11)
            copy.add(first.order + Int64(number))
            copy.add(first.user + Int64(order.customer))
            copy.add(order.status.rawValue)
            copy.add(order.total)
            copy.add(Int32(order.lines.count))
            copy.add(order.note)
            copy.add(principal.id.value)
            copy.add(principal.source.rawValue)
            copy.add(order.createdAt)
            copy.add(order.updatedAt)
            copy.add(Int32(order.version))
        }
    }

    /// Writes the lines, and adds up what they took.
    package func writeLines(progress: (Int) -> Void) async throws -> Sales {
        var sales = Sales(pieces: Array(repeating: 0, count: shop.size.products))
        try await write(
            "site.s_order_item",
            "id, order_id, line_no, product_id, sku, name, quantity, price",
            rows: shop.size.orders, progress: progress
        ) { number, copy in
            let order = shop.order(number)
            for (index, line) in order.lines.enumerated() {
                let product = shop.products[line.product]
                copy.row(8)
                copy.add(first.line + Int64(sales.lines))
                copy.add(first.order + Int64(number))
                copy.add(Int32(index + 1))
                copy.add(first.product + Int64(line.product))
                copy.add(product.sku)
                copy.add(product.name)
                copy.add(Int32(line.quantity))
                copy.add(line.price)
                sales.lines += 1
                if order.status != .cancelled { sales.pieces[line.product] += Int64(line.quantity) }
            }
        }
        return sales
    }

    /// Writes the ledger: what each product opened with, so that the sales leave its stock, then every sale and
    /// cancellation.
    package func writeLedger(_ sales: inout Sales, progress: (Int) -> Void) async throws {
        let opening = zip(shop.products, sales.pieces).map { Int64($0.stock) + $1 }
        var moves: Int64 = 0
        try await write(
            "site.s_stock_move",
            "id, product_id, delta, reason, order_id, actor_id, at",
            rows: shop.size.products + shop.size.orders, progress: progress
        ) { row, copy in
            let number = row - shop.size.products
            if number < 0 {
                guard opening[row] > 0 else { return }
                // At most 10⁷ orders of five lines of 24 pieces each: that fits.
                add(
                    .opening, row, Int32(opening[row]), order: nil, at: shop.products[row].createdAt,
                    number: &moves, to: &copy)
            } else {
                addMoves(of: number, number: &moves, to: &copy)
            }
        }
        sales.moves = Int(moves)
    }

    private func addMoves(of number: Int, number moves: inout Int64, to copy: inout BinaryCopy) {
        let order = shop.order(number)
        for line in order.lines {
            add(
                .sale, line.product, -Int32(line.quantity), order: number, at: order.createdAt, number: &moves,
                to: &copy)
        }
        guard order.status == .cancelled else { return }
        for (index, line) in order.lines.enumerated()
        where !order.lines[..<index].contains(where: { $0.product == line.product }) {
            // All lines of a product come back in one piece, as when an order is cancelled by hand.
            let quantity = order.lines.reduce(0) { $0 + ($1.product == line.product ? $1.quantity : 0) }
            add(
                .cancel, line.product, Int32(quantity), order: number, at: order.updatedAt, number: &moves, to: &copy)
        }
    }

    private func add(
        _ reason: StockReason, _ product: Int, _ delta: Int32, order: Int?, at moment: Moment,
        number moves: inout Int64, to copy: inout BinaryCopy
    ) {
        copy.row(7)
        copy.add(first.move + moves)
        copy.add(first.product + Int64(product))
        copy.add(delta)
        copy.add(reason.rawValue)
        if let order { copy.add(first.order + Int64(order)) } else { copy.addNull() }
        copy.add(principal.id.value)
        copy.add(moment)
        moves += 1
    }

    /// Lets the numbers of later rows follow those that were written, and writes one row to the audit log.
    package func finish(_ sales: Sales) async throws {
        for (table, last) in [
            ("site.s_user", first.user + Int64(shop.size.users) - 1),
            ("site.s_product", first.product + Int64(shop.size.products) - 1),
            ("site.s_order", first.order + Int64(shop.size.orders) - 1),
            ("site.s_order_item", first.line + Int64(sales.lines) - 1),
            ("site.s_stock_move", first.move + Int64(sales.moves) - 1),
        ] where last > 0 {
            _ = try await session.rows(
                "SELECT setval(pg_get_serial_sequence(\(table)::text, 'id')::regclass, \(last)::bigint)")
        }
        try await session.audit(
            AuditEntry(
                principal, .seedShop, [.init("seed", nil, "\(shop.seed)"), .init("orders", nil, "\(shop.size.orders)")])
        )
        try await session.analyze()
    }
}

import Domain
import Services

/// The shop as a few arrays: what every answer has to be, by rules that are written down a second time.
///
/// It is told the number that the real shop gave to a new row, and foretells everything else.
struct ModelShop {
    private(set) var users: [ModelUser] = []
    private(set) var products: [ModelProduct] = []
    private(set) var orders: [ModelOrder] = []
    private var keys: [Int: (meaning: Meaning, order: Int)] = [:]
    private var moves: [Int64: [Int]] = [:]
    /// How often each operation changed something.
    private(set) var audit: [OperationID: Int] = [:]

    /// What an order means: the same key may only be used for the same.
    private struct Meaning: Equatable {
        let user: Int64
        let lines: [[Int64?]]
        let note: Int?
    }

    /// The first of the numbers that no row has.
    static let nobody: Int64 = 900_000_000

    static func name(_ number: Int) -> String { "Customer \(number)" }
    static func email(_ number: Int) -> String { "customer\(number)@example.com" }
    static func sku(_ number: Int) -> String { "SKU-\(number)" }
    static func note(_ number: Int) -> String { "Note \(number)" }

    func user(_ slot: Int) -> Int64 { users.indices.contains(slot) ? users[slot].id : Self.nobody + Int64(slot) }
    func product(_ slot: Int) -> Int64 {
        products.indices.contains(slot) ? products[slot].id : Self.nobody + Int64(slot)
    }
    func order(_ slot: Int) -> Int64 { orders.indices.contains(slot) ? orders[slot].id : Self.nobody + Int64(slot) }

    /// The version that an edit says it started from.
    func version(_ current: Int?, isStale: Bool) -> Int? { isStale ? (current ?? 1) + 7 : current }

    /// The price that a line says the customer was told.
    func told(_ line: ModelCommand.Line) -> Int64? {
        let price = products.indices.contains(line.product) ? products[line.product].price : 100
        return switch line.told {
        case .nothing: nil
        case .current: price
        case .stale: price + 1
        }
    }

    /// What the shop has to answer; `id` is the number of the row that it says it has made.
    mutating func reply(to command: ModelCommand, id: Int64?) -> ModelReply {
        switch command {
        case .createUser(let name, let email): createUser(name, email, id)
        case .editUser(let slot, let name, let email, let isStale): editUser(slot, name, email, isStale)
        case .archiveUser(let slot, let isArchived): archiveUser(slot, isArchived)
        case .createProduct(let sku, let price, let stock): createProduct(sku, price, stock, id)
        case .editProduct(let slot, let sku, let price, let isStale): editProduct(slot, sku, price, isStale)
        case .archiveProduct(let slot, let isArchived): archiveProduct(slot, isArchived)
        case .adjust(let slot, let delta): adjust(slot, delta)
        case .place(let user, let lines, let key, let note): place(user, lines, key, note, id)
        case .move(let slot, let status):
            change(slot, status == .cancelled ? .cancelOrder : .moveOrder, version: nil) { $0.status = status }
        case .cancel(let slot): change(slot, .cancelOrder, version: nil) { $0.status = .cancelled }
        case .note(let slot, let note, let isStale):
            change(slot, .editOrder, version: isStale) { $0.note = note.map(Self.note) }
        case .listOrders, .listProducts, .listUsers, .listMoves: list(command)
        }
    }
}

// MARK: - Users and products

extension ModelShop {
    private func hasEmail(_ email: String, besides place: Int?) -> Bool {
        users.indices.contains { $0 != place && users[$0].email == email && !users[$0].isArchived }
    }

    private mutating func createUser(_ name: Int, _ email: Int?, _ id: Int64?) -> ModelReply {
        let email = email.map(Self.email)
        if let email, hasEmail(email, besides: nil) { return .refused(.conflict(.emailTaken)) }
        let user = ModelUser(id: id ?? 0, name: Self.name(name), email: email)
        users.append(user)
        audit[.createUser, default: 0] += 1
        return .user(user)
    }

    private mutating func editUser(_ slot: Int, _ name: Int, _ email: Int?, _ isStale: Bool) -> ModelReply {
        guard users.indices.contains(slot) else { return .refused(.notFound(entity: "user", id: user(slot))) }
        let old = users[slot]
        if isStale { return .refused(.conflict(.versionMismatch(entity: "user", current: old.version))) }
        var new = old
        (new.name, new.email) = (Self.name(name), email.map(Self.email))
        if new == old { return .user(old) }
        if let email = new.email, !new.isArchived, hasEmail(email, besides: slot) {
            return .refused(.conflict(.emailTaken))
        }
        new.version += 1
        users[slot] = new
        audit[.editUser, default: 0] += 1
        return .user(new)
    }

    private mutating func archiveUser(_ slot: Int, _ isArchived: Bool) -> ModelReply {
        guard users.indices.contains(slot) else { return .refused(.notFound(entity: "user", id: user(slot))) }
        if users[slot].isArchived == isArchived { return .user(users[slot]) }
        if !isArchived, let email = users[slot].email, hasEmail(email, besides: slot) {
            return .refused(.conflict(.emailTaken))
        }
        users[slot].isArchived = isArchived
        users[slot].version += 1
        audit[isArchived ? .archiveUser : .restoreUser, default: 0] += 1
        return .user(users[slot])
    }

    private mutating func createProduct(_ sku: Int, _ price: Int64, _ stock: Int, _ id: Int64?) -> ModelReply {
        if products.contains(where: { $0.sku == Self.sku(sku) }) { return .refused(.conflict(.skuTaken)) }
        let product = ModelProduct(
            id: id ?? 0, sku: Self.sku(sku), name: "Product \(sku)", price: price, stock: stock)
        products.append(product)
        if stock != 0 { moves[product.id, default: []].append(stock) }
        audit[.createProduct, default: 0] += 1
        return .product(product)
    }

    private mutating func editProduct(_ slot: Int, _ sku: Int?, _ price: Int64?, _ isStale: Bool) -> ModelReply {
        guard products.indices.contains(slot) else {
            return .refused(.notFound(entity: "product", id: product(slot)))
        }
        let old = products[slot]
        if isStale { return .refused(.conflict(.versionMismatch(entity: "product", current: old.version))) }
        var new = old
        if let sku { new.sku = Self.sku(sku) }
        if let price { new.price = price }
        if new == old { return .product(old) }
        if products.indices.contains(where: { $0 != slot && products[$0].sku == new.sku }) {
            return .refused(.conflict(.skuTaken))
        }
        new.version += 1
        products[slot] = new
        audit[.editProduct, default: 0] += 1
        return .product(new)
    }

    private mutating func archiveProduct(_ slot: Int, _ isArchived: Bool) -> ModelReply {
        guard products.indices.contains(slot) else {
            return .refused(.notFound(entity: "product", id: product(slot)))
        }
        if products[slot].isArchived != isArchived {
            products[slot].isArchived = isArchived
            products[slot].version += 1
            audit[isArchived ? .archiveProduct : .restoreProduct, default: 0] += 1
        }
        return .product(products[slot])
    }

    private mutating func adjust(_ slot: Int, _ delta: Int) -> ModelReply {
        guard products.indices.contains(slot) else {
            return .refused(.notFound(entity: "product", id: product(slot)))
        }
        let product = products[slot]
        guard product.stock + delta >= 0 else {
            return .refused(.insufficientStock([shortage(of: product, wanted: -delta)]))
        }
        products[slot].stock += delta
        moves[product.id, default: []].append(delta)
        audit[delta < 0 ? .correctStock : .adjustStock, default: 0] += 1
        return .product(products[slot])
    }

    private func shortage(of product: ModelProduct, wanted: Int) -> Shortage {
        Shortage(
            product: Identifier(product.id), sku: product.sku, name: product.name, wanted: wanted,
            available: product.stock)
    }
}

// MARK: - Orders

extension ModelShop {
    private mutating func place(
        _ user: Int, _ lines: [ModelCommand.Line], _ key: Int, _ note: Int?, _ id: Int64?
    ) -> ModelReply {
        let meaning = meaning(user, lines, note)
        if let known = keys[key] {
            let order = orders[known.order]
            return known.meaning == meaning
                ? .repeated(order) : .refused(.idempotencyKeyReused(Identifier(order.id)))
        }
        guard users.indices.contains(user), !users[user].isArchived else {
            return .refused(.unknownReference(field: "userId", id: self.user(user)))
        }
        if let refusal = refusal(of: lines) { return .refused(refusal) }
        return .placed(write(user, lines, key, note, meaning, id))
    }

    private func meaning(_ user: Int, _ lines: [ModelCommand.Line], _ note: Int?) -> Meaning {
        let lines = lines.map { [product($0.product), Int64($0.quantity), told($0), Int64($0.discount)] }
        // The order of a basket means nothing.
        return Meaning(user: self.user(user), lines: lines.sorted { "\($0)" < "\($1)" }, note: note)
    }

    private func refusal(of lines: [ModelCommand.Line]) -> ServiceError? {
        let isThere = { (slot: Int) in products.indices.contains(slot) && !products[slot].isArchived }
        if let gone = lines.firstIndex(where: { !isThere($0.product) }) {
            return .unknownReference(field: "items/\(gone)/productId", id: product(lines[gone].product))
        }
        let short = lines.filter { products[$0.product].stock < $0.quantity }
            .map { shortage(of: products[$0.product], wanted: $0.quantity) }
        if !short.isEmpty { return .insufficientStock(short) }
        let changes = lines.filter { $0.told == .stale }
            .map { line in
                let product = products[line.product]
                return PriceChange(
                    product: Identifier(product.id), sku: product.sku, told: Money(minor: product.price + 1),
                    now: Money(minor: product.price))
            }
        return changes.isEmpty ? nil : .priceChanged(changes)
    }

    private mutating func write(
        _ user: Int, _ lines: [ModelCommand.Line], _ key: Int, _ note: Int?, _ meaning: Meaning, _ id: Int64?
    ) -> ModelOrder {
        var total: Int64 = 0
        let written = lines.map { line in
            let product = products[line.product]
            // A half cent is rounded up.
            total += (product.price * Int64(line.quantity) * Int64(10_000 - line.discount) + 5_000) / 10_000
            products[line.product].stock -= line.quantity
            moves[product.id, default: []].append(-line.quantity)
            return ModelOrder.Line(
                product: product.id, sku: product.sku, quantity: line.quantity, price: product.price,
                discount: line.discount)
        }
        let order = ModelOrder(
            id: id ?? 0, user: self.user(user), note: note.map(Self.note), total: total, lines: written)
        keys[key] = (meaning, orders.count)
        orders.append(order)
        audit[.placeOrder, default: 0] += 1
        return order
    }

    private mutating func change(
        _ slot: Int, _ operation: OperationID, version isStale: Bool?, _ edit: (inout ModelOrder) -> Void
    ) -> ModelReply {
        guard orders.indices.contains(slot) else { return .refused(.notFound(entity: "order", id: order(slot))) }
        let old = orders[slot]
        var new = old
        edit(&new)
        if new == old { return .order(old) }
        if isStale == true { return .refused(.conflict(.versionMismatch(entity: "order", current: old.version))) }
        if new.status != old.status {
            guard old.status.successors.contains(new.status) else {
                return .refused(.illegalTransition(IllegalTransition(from: old.status, to: new.status)))
            }
            if new.status == .cancelled { giveBack(old) }
        }
        new.version += 1
        orders[slot] = new
        audit[operation, default: 0] += 1
        return .order(new)
    }

    private mutating func giveBack(_ order: ModelOrder) {
        for line in order.lines {
            guard let place = products.firstIndex(where: { $0.id == line.product }) else { continue }
            products[place].stock += line.quantity
            moves[line.product, default: []].append(line.quantity)
        }
    }
}

// MARK: - Lists

extension ModelShop {
    private func list(_ command: ModelCommand) -> ModelReply {
        switch command {
        case .listOrders(let sort, let isDescending, let status, _, _):
            let rows = orders.filter { status == nil || $0.status == status }
            return .list(sorted(rows.map { (sort == .total ? $0.total : 0, $0.id) }, isDescending))
        case .listProducts(let sort, let isDescending, let archivedToo, let least, _):
            let rows = products.filter { (archivedToo || !$0.isArchived) && $0.price >= least ?? 0 }
            let keys = rows.map { row -> (String, Int64) in
                switch sort {
                case .price: (padded(row.price), row.id)
                case .stock: (padded(Int64(row.stock)), row.id)
                case .sku: (row.sku, row.id)
                case .id, .createdAt, .barcode, .name: ("", row.id)
                }
            }
            return .list(sorted(keys, isDescending))
        case .listUsers(let sort, let isDescending, let archivedToo, _):
            let rows = users.filter { archivedToo || !$0.isArchived }
            return .list(sorted(rows.map { (sort == .name ? $0.name : "", $0.id) }, isDescending))
        case .listMoves(let product): return .moves(moves[self.product(product)] ?? [])
        default: preconditionFailure("Only lists are listed.")
        }
    }

    private func padded(_ number: Int64) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 20 - text.count)) + text
    }

    /// The numbers of rows that are sorted by a value and then by number.
    private func sorted<Value: Comparable>(_ rows: [(Value, Int64)], _ isDescending: Bool) -> [Int64] {
        let rows = rows.sorted { $0 < $1 }.map(\.1)
        return isDescending ? rows.reversed() : rows
    }
}

import Domain
import Postgres

/// What becomes of each order of a group, decided in the order of their arrival over rows that are locked.
///
/// A refused order uses no stock, so that the next one finds what it left.
struct PlacingPlan {
    /// An order that will be written.
    struct Accepted {
        let id: Identifier<Order>
        let order: OrderToPlace
        let customer: String
        let total: Money
        /// The locked product of each line.
        let products: [LockedProduct]
    }

    enum Decision {
        case accepted(Accepted)
        case answered(OrderRepository.PlaceOutcome)
        /// The single statement is to say what becomes of it.
        case leftOver
    }

    private struct KeyOwner: Hashable {
        let actor: Identifier<User>
        let key: String
    }

    private var products: [Identifier<Product>: LockedProduct] = [:]
    private var customers: [Identifier<User>: String] = [:]
    private var keys: [KeyOwner: (order: Identifier<Order>, fingerprint: [UInt8])] = [:]
    private var numbers: [Identifier<Order>] = []
    private let isComplete: Bool

    /// What all accepted orders take from each product.
    private(set) var taken: [Identifier<Product>: Int] = [:]

    /// Reads the rows of ``OrderRepository/placeTogether(_:waiting:in:)``'s first round trip.
    ///
    /// `isComplete` is whether a product that is missing among the rows does not exist; otherwise it may be locked.
    init(products: Rows, customers: Rows, keys: Rows, numbers: Rows, isComplete: Bool) throws {
        self.isComplete = isComplete
        for product in try products.decoded(as: LockedProduct.self) { self.products[product.id] = product }
        for row in customers { self.customers[try row["id"]] = try row["name"] as String }
        for row in keys {
            let owner = KeyOwner(actor: try row["actor_id"], key: try row["key"])
            self.keys[owner] = (try row["order_id"], try row["fingerprint"])
        }
        // From the highest to the lowest, to be taken from the end.
        for row in numbers.reversed() { self.numbers.append(try row["id"]) }
    }

    /// Decides about the next order, and reserves what it takes.
    mutating func decide(_ order: OrderToPlace) -> Decision {
        let owner = KeyOwner(actor: order.principal.id, key: order.request.key.value)
        if let (id, fingerprint) = keys[owner] {
            return .answered(.known(order: id, matches: fingerprint == order.fingerprint))
        }
        guard let customer = customers[order.request.user] else { return .answered(.unknownCustomer) }
        let rows = order.request.lines.map { products[$0.product] }
        guard isComplete || !rows.contains(where: { $0 == nil }) else { return .leftOver }
        let problems = zip(order.request.lines, rows).enumerated().compactMap { index, line in
            PlaceProblem(index, line.0, line.1)
        }
        guard problems.isEmpty else { return .answered(.refused(problems)) }
        let locked = rows.compactMap(\.self)
        // Beyond what the books can hold, the database's own words are the answer.
        guard let total = Self.total(order.request.lines, locked), let id = numbers.popLast() else { return .leftOver }
        for line in order.request.lines {
            products[line.product]?.stock -= line.quantity
            taken[line.product, default: 0] += line.quantity
        }
        keys[owner] = (id, order.fingerprint)
        return .accepted(Accepted(id: id, order: order, customer: customer, total: total, products: locked))
    }

    private static func total(_ lines: [PlaceOrder.Line], _ products: [LockedProduct]) -> Money? {
        var total = Money.zero
        for (line, product) in zip(lines, products) {
            guard let price = product.price.times(line.quantity, less: line.discount) else { return nil }
            total = total + price
            if total > .maximum { return nil }
        }
        return total
    }
}

/// A product's row under its lock.
struct LockedProduct: RowDecodable {
    let id: Identifier<Product>
    let sku: String
    let name: String
    let price: Money
    /// What is there, less what earlier orders of the group take.
    var stock: Int
    let isArchived: Bool

    init(row: Row) throws(RowError) {
        (id, sku, name) = (try row["id"], try row["sku"], try row["name"])
        (price, stock) = (try row["price"], Int(try row["stock"] as Int32))
        isArchived = try row["is_archived"]
    }
}

extension PlaceProblem {
    /// What is wrong with a line over its locked product (`nil`: there is none); `nil` where all is well.
    fileprivate init?(_ index: Int, _ line: PlaceOrder.Line, _ locked: LockedProduct?) {
        guard let locked, !locked.isArchived else {
            self.init(product: line.product, index: index, isGone: true, shortage: nil, priceChange: nil)
            return
        }
        let shortage =
            locked.stock < line.quantity
            ? Shortage(
                product: locked.id, sku: locked.sku, name: locked.name, wanted: line.quantity, available: locked.stock)
            : nil
        let change = line.price.flatMap { told in
            told == locked.price
                ? nil : PriceChange(product: locked.id, sku: locked.sku, told: told, now: locked.price)
        }
        guard shortage != nil || change != nil else { return nil }
        self.init(product: locked.id, index: index, isGone: false, shortage: shortage, priceChange: change)
    }
}

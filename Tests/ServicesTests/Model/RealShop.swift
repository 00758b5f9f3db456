import Domain
import Services
import TestSupport

/// The shop itself, asked by commands: each becomes a call of its services.
struct RealShop {
    let shop: Shop
    /// Sets the keys of one run apart from those of another.
    let run: Int

    private var services: ServiceCatalog { shop.services }

    /// What the shop answers; `model` says which rows the command's slots mean.
    func reply(to command: ModelCommand, _ model: ModelShop) async throws -> ModelReply {
        do {
            return try await answer(command, model)
        } catch let refusal as ServiceError {
            return .refused(refusal)
        }
    }

    private func answer(_ command: ModelCommand, _ model: ModelShop) async throws -> ModelReply {
        switch command {
        case .createUser, .editUser, .archiveUser: try await .user(ModelUser(user(command, model)))
        case .createProduct, .editProduct, .archiveProduct, .adjust:
            try await .product(ModelProduct(product(command, model)))
        case .place(let user, let lines, let key, let note): try await place(user, lines, key, note, model)
        case .move(let slot, let status):
            try await .order(
                ModelOrder(services.orders.move(Identifier(model.order(slot)), to: status, as: shop.operator_)))
        case .cancel(let slot):
            try await .order(ModelOrder(services.orders.cancel(Identifier(model.order(slot)), as: shop.operator_)))
        case .note(let slot, let note, let isStale):
            try await .order(
                ModelOrder(
                    services.orders.edit(
                        Identifier(model.order(slot)), OrderEdit(note: .set(note.map(ModelShop.note))),
                        version: model.version(model.orders[at: slot]?.version, isStale: isStale),
                        as: shop.operator_)))
        case .listOrders, .listProducts, .listUsers, .listMoves: try await list(command, model)
        }
    }

    private func user(_ command: ModelCommand, _ model: ModelShop) async throws -> User {
        switch command {
        case .createUser(let name, let email):
            let new = try NewUser(name: ModelShop.name(name), email: email.map(ModelShop.email))
            return try await services.users.create(new, as: shop.operator_)
        case .editUser(let slot, let name, let email, let isStale):
            let edit = try UserEdit(name: .set(ModelShop.name(name)), email: .set(email.map(ModelShop.email)))
            return try await services.users.edit(
                Identifier(model.user(slot)), edit,
                version: model.version(model.users[at: slot]?.version, isStale: isStale), as: shop.operator_)
        case .archiveUser(let slot, true):
            return try await services.users.archive(Identifier(model.user(slot)), as: shop.operator_)
        case .archiveUser(let slot, false):
            return try await services.users.restore(Identifier(model.user(slot)), as: shop.operator_)
        default: preconditionFailure("Only users are users.")
        }
    }

    private func product(_ command: ModelCommand, _ model: ModelShop) async throws -> Product {
        switch command {
        case .createProduct(let sku, let price, let stock):
            let new = try NewProduct(
                sku: ModelShop.sku(sku), name: "Product \(sku)", price: Money(minor: price).description, stock: stock)
            return try await services.products.create(new, as: shop.operator_)
        case .editProduct(let slot, let sku, let price, let isStale):
            let edit = try ProductEdit(
                sku: sku.map { .set(ModelShop.sku($0)) } ?? .keep,
                price: price.map { .set(Money(minor: $0).description) } ?? .keep)
            return try await services.products.edit(
                Identifier(model.product(slot)), edit,
                version: model.version(model.products[at: slot]?.version, isStale: isStale), as: shop.operator_)
        case .archiveProduct(let slot, true):
            return try await services.products.archive(Identifier(model.product(slot)), as: shop.operator_)
        case .archiveProduct(let slot, false):
            return try await services.products.restore(Identifier(model.product(slot)), as: shop.operator_)
        case .adjust(let slot, let delta):
            let adjustment = try StockAdjustment(
                product: Identifier(model.product(slot)), delta: delta, reason: delta < 0 ? .correction : .receipt)
            return try await services.stock.adjust(adjustment, as: shop.operator_)
        default: preconditionFailure("Only products are products.")
        }
    }

    private func place(
        _ user: Int, _ lines: [ModelCommand.Line], _ key: Int, _ note: Int?, _ model: ModelShop
    ) async throws -> ModelReply {
        let lines = lines.map { line in
            PlaceOrder.Line(
                product: Identifier(model.product(line.product)), quantity: line.quantity,
                price: model.told(line).map { Money(minor: $0) },
                discount: Percent(basisPoints: line.discount) ?? .zero)
        }
        let request = try PlaceOrder(
            user: Identifier(model.user(user)), lines: lines, note: note.map(ModelShop.note),
            key: IdempotencyKey("run-\(run)-key-\(key)"))
        switch try await shop.place(request) {
        case .created(let order): return .placed(ModelOrder(order))
        case .existing(let order): return .repeated(ModelOrder(order))
        }
    }

    private func list(_ command: ModelCommand, _ model: ModelShop) async throws -> ModelReply {
        switch command {
        case .listOrders(let sort, let isDescending, let status, let limit, let isBackward):
            let filter = OrderFilter(statuses: status.map { [$0] } ?? [])
            let request = OrderListRequest(filter: filter, sort: sort, isDescending: isDescending, limit: limit)
            return .list(
                try await all(request, isBackward) { try await services.orders.list($0, as: shop.operator_) }
                    .map(\.id.value))
        case .listProducts(let sort, let isDescending, let archivedToo, let least, let limit):
            let filter = ProductFilter(minimumPrice: least.map { Money(minor: $0) }, includesArchived: archivedToo)
            let request = ProductListRequest(filter: filter, sort: sort, isDescending: isDescending, limit: limit)
            return .list(
                try await all(request) { try await services.products.list($0, as: shop.operator_) }.map(\.id.value))
        case .listUsers(let sort, let isDescending, let archivedToo, let limit):
            let filter = UserFilter(roles: [.customer], includesArchived: archivedToo)
            let request = UserListRequest(filter: filter, sort: sort, isDescending: isDescending, limit: limit)
            return .list(
                try await all(request) { try await services.users.list($0, as: shop.operator_) }.map(\.id.value))
        case .listMoves(let product):
            let filter = StockMoveFilter(product: Identifier(model.product(product)))
            let request = StockMoveListRequest(filter: filter, sort: .id, isDescending: false, limit: 3)
            return .moves(
                try await all(request) { try await services.stock.moves($0, as: shop.operator_) }.map(\.delta))
        default: preconditionFailure("Only lists are listed.")
        }
    }

    /// A whole list, page by page, from its first row on or from its last one back.
    private func all<Filter, Sort, Item>(
        _ request: ListRequest<Filter, Sort>, _ isBackward: Bool = false,
        _ page: (ListRequest<Filter, Sort>) async throws -> Page<Item>
    ) async throws -> [Item] {
        var (request, items) = (request, [Item]())
        if isBackward { request.position = .last }
        for _ in 0..<200 {
            let read = try await page(request)
            items = isBackward ? read.items + items : items + read.items
            guard let place = isBackward ? read.previous : read.next else { return items }
            request.position = isBackward ? .before(place) : .after(place)
        }
        throw Unexpected(nil)
    }
}

extension Array {
    fileprivate subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

import Domain
import Services
import Wording

extension ServiceDesk {
    /// Asks the services what `query` says.
    ///
    /// Files go into the folder `exports`; `report` hears how far long work is.
    func answer(
        _ query: Query, exports: String = ".", report: @Sendable (Phrase) -> Void = { _ in }
    ) async -> Result<Reply, ServiceError> {
        do throws(ServiceError) {
            return .success(try await reply(query, exports, report))
        } catch {
            return .failure(error)
        }
    }

    /// Whether the database answers at all.
    func isReachable() async -> Bool {
        let request = UserListRequest(filter: UserFilter(), sort: .id, isDescending: false, limit: 1)
        if case .failure(.unavailable) = await answer(.users(request)) { return false }
        return true
    }

    private func reply(
        _ query: Query, _ exports: String, _ report: @Sendable (Phrase) -> Void
    ) async throws(ServiceError) -> Reply {
        switch query {
        case .users(let request): .users(try await services.users.list(request, as: principal))
        case .products(let request): .products(try await services.products.list(request, as: principal))
        case .orders(let request): .orders(try await services.orders.list(request, as: principal))
        case .lines(let request): .lines(try await services.orders.listLines(request, as: principal))
        case .moves(let request): .moves(try await services.stock.moves(request, as: principal))
        case .audit(let request): .audit(try await services.audit.list(request, as: principal))
        case .dashboard(let calendar): .dashboard(try await services.dashboard.read(calendar, as: principal))
        case .requests: .requests(try services.requestLog(as: principal))
        case .overview: .overview(try await overview())
        case .user(let id): .record(.user(try await services.users.get(id, as: principal)))
        case .product(let id): .record(.product(try await services.products.get(id, as: principal)))
        case .order(let id): .record(.order(OrderSummary(try await services.orders.get(id, as: principal))))
        case .usersBearing(let trait):
            .records(try await services.users.list(bearing: trait, as: principal).map { .user($0) })
        case .productsBearing(let code):
            .records(try await services.products.list(bearing: code, as: principal).map { .product($0) })
        case .suggestUsers(let text):
            .users(
                Page(items: try await services.users.suggest(text, limit: 20, as: principal), next: nil, previous: nil))
        case .suggestProducts(let text):
            .products(
                Page(
                    items: try await services.products.suggest(text, limit: 20, as: principal), next: nil, previous: nil
                ))
        case .receipt(let id): .receipt(try await services.orders.get(id, as: principal))
        case .aside(let subject): .aside(try await aside(subject))
        case .records(let entity, let ids): .records(try await records(entity, ids))
        case .export(let request, let format):
            .exported(try await export(request, as: format, in: exports, report: report))
        case .count(let request): .counted(try await services.count(request, as: principal))
        case .change(let change): .record(try await make(change))
        }
    }

    private func records(_ entity: Changes.Entity, _ ids: [Int64]) async throws(ServiceError) -> [Record] {
        switch entity {
        case .user:
            let users = try await services.users.list(ids: ids.map { Identifier<User>($0) }, as: principal)
            return users.values.map { .user($0) }
        case .product:
            let products = try await services.products.list(ids: ids.map { Identifier<Product>($0) }, as: principal)
            return products.values.map { .product($0) }
        case .order:
            let orders = try await services.orders.list(ids: ids.map { Identifier<Order>($0) }, as: principal)
            return orders.map { .order($0) }
        }
    }

    /// The latest orders; and where there are none, whether there is anything else.
    private func overview() async throws(ServiceError) -> Overview {
        let latest = OrderListRequest(filter: OrderFilter(), sort: .createdAt, isDescending: true, limit: 10)
        let orders = try await services.orders.list(latest, as: principal).items
        guard orders.isEmpty else { return Overview(orders: orders, isEmpty: false) }
        let anyProduct = ProductListRequest(
            filter: ProductFilter(includesArchived: true), sort: .id, isDescending: false, limit: 1)
        let anyCustomer = UserListRequest(
            filter: UserFilter(roles: [.customer], includesArchived: true), sort: .id, isDescending: false, limit: 1)
        guard try await services.products.list(anyProduct, as: principal).items.isEmpty else {
            return Overview(orders: [], isEmpty: false)
        }
        return Overview(orders: [], isEmpty: try await services.users.list(anyCustomer, as: principal).items.isEmpty)
    }

    private func make(_ change: Change) async throws(ServiceError) -> Record {
        switch change {
        case .createUser(let new): return .user(try await services.users.create(new, as: principal))
        case .editUser(let id, let edit, let version):
            return .user(try await services.users.edit(id, edit, version: version, as: principal))
        case .setUserArchived(let id, true): return .user(try await services.users.archive(id, as: principal))
        case .setUserArchived(let id, false): return .user(try await services.users.restore(id, as: principal))
        case .createProduct(let new): return .product(try await services.products.create(new, as: principal))
        case .editProduct(let id, let edit, let version):
            return .product(try await services.products.edit(id, edit, version: version, as: principal))
        case .setProductArchived(let id, true): return .product(try await services.products.archive(id, as: principal))
        case .setProductArchived(let id, false):
            return .product(try await services.products.restore(id, as: principal))
        case .adjustStock(let adjustment):
            return .product(try await services.stock.adjust(adjustment, as: principal))
        case .editOrder(let id, let edit, let version):
            return .order(OrderSummary(try await services.orders.edit(id, edit, version: version, as: principal)))
        case .moveOrder(let id, .cancelled, let version):
            return .order(OrderSummary(try await services.orders.cancel(id, version: version, as: principal)))
        case .moveOrder(let id, let status, let version):
            return .order(
                OrderSummary(try await services.orders.move(id, to: status, version: version, as: principal)))
        }
    }
}

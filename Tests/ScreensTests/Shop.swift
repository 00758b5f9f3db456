import Domain
import Services

@testable import Screens

/// Records in memory, and the replies that follow from them, so that screens can be led through whole stories.
///
/// Lists come in the order of the arrays, in pages after and before an id; sorts are the database's business.
struct Shop {
    var users: [User] = []
    var products: [Product] = []
    var orders: [OrderSummary] = []
    var lines: [OrderLine] = []
    var moves: [StockMove] = []
    var audit: [AuditRecord] = []
    var requests = RequestLog()
    var dashboard: Dashboard?

    static let small = Shop(
        users: [
            Fixture.user(1, name: "Ada Lovelace", email: "ada@example.com", phone: "+44 20 7946 0001"),
            Fixture.user(2, name: "Іваненко Олена", phone: "+380 67 123 45 67"),
            Fixture.user(3, name: "Ivanov & Co", email: "office@ivanov.example"),
            Fixture.user(4, name: "Archived Andy", archived: true),
        ],
        products: [
            Fixture.product(1), Fixture.product(2, sku: "A-101", name: "Чай чорний 100 г", price: 11_800, stock: 9),
            Fixture.product(3, sku: "K-250", name: "Кава мелена 250 г", price: 24_500, stock: 0),
            Fixture.product(4, sku: "Z-1", name: "Very expensive thing", price: 125_000_000, stock: 1_204_000),
        ],
        orders: [
            Fixture.order(104_233),
            Fixture.order(104_229, user: 3, customer: "Ivanov & Co", status: .paid, total: 79_990, lines: 1),
            Fixture.order(104_200, user: 1, customer: "Ada Lovelace", status: .cancelled, total: 100, lines: 1),
        ],
        lines: [
            Fixture.line(1, order: 104_233, sku: "A-100", name: "Чай зелений 100 г", quantity: 3, price: 12_000),
            Fixture.line(2, order: 104_233, sku: "K-250", name: "Кава мелена 250 г", quantity: 1, price: 24_500),
        ],
        moves: [
            Fixture.move(2, product: 1, delta: -3, reason: .sale, order: 104_233),
            Fixture.move(1, product: 1, delta: 1200, reason: .receipt),
        ])

    /// So many users, named by their numbers.
    static func users(_ count: Int) -> Shop {
        Shop(users: (1...count).map { Fixture.user(Int64($0), name: "User \($0)") })
    }

    mutating func reply(to query: Query) -> Reply {
        switch query {
        case .users(let request):
            let words = SearchText.words(
                (request.filter.terms.words + [request.filter.text ?? ""]).joined(separator: " "))
            let fitting = users.filter { user in
                (request.filter.includesArchived || user.archivedAt == nil)
                    && words.allSatisfy { SearchText.fold(user.name, user.email, user.phone).contains($0) }
            }
            return .users(page(fitting, request) { $0.id.value })
        case .products(let request): return .products(page(products, request) { $0.id.value })
        case .suggestUsers(let text):
            let fitting = users.filter { SearchText.fold($0.name, $0.email, $0.phone).contains(SearchText.fold(text)) }
            return .users(Page(items: fitting, next: nil, previous: nil))
        case .suggestProducts(let text):
            let fitting = products.filter { SearchText.fold($0.sku, $0.name).contains(SearchText.fold(text)) }
            return .products(Page(items: fitting, next: nil, previous: nil))
        case .orders(let request):
            let fitting = orders.filter { request.filter.user == nil || $0.user == request.filter.user }
            return .orders(page(fitting, request) { $0.id.value })
        case .lines(let request):
            return .lines(page(lines.filter { $0.order == request.filter.order }, request) { $0.id.value })
        case .moves(let request): return .moves(page(moves, request) { $0.id })
        case .requests: return .requests(requests)
        case .audit(let request): return .audit(page(audit, request) { $0.id })
        case .dashboard: return .dashboard(dashboard ?? Fixture.quiet)
        case .overview:
            return .overview(Overview(orders: orders, isEmpty: users.isEmpty && products.isEmpty && orders.isEmpty))
        case .user(let id): return .record(.user(users.first { $0.id == id } ?? Fixture.user(id.value)))
        case .product(let id): return .record(.product(products.first { $0.id == id } ?? Fixture.product(id.value)))
        case .order(let id): return .record(.order(orders.first { $0.id == id } ?? Fixture.order(id.value)))
        case .usersBearing(let trait):
            let twins = users.filter { user in
                switch trait {
                case .name(let name): SearchText.fold(user.name) == SearchText.fold(name)
                case .email(let address): user.email?.lowercased() == address.lowercased()
                case .phone(let number):
                    PhoneNumber.spellings(number).contains(SearchText.digits(user.phone ?? "-"))
                }
            }
            return .records(twins.filter { $0.archivedAt == nil }.map { .user($0) })
        case .productsBearing(let code):
            return .records(products.filter { $0.sku.lowercased() == code.lowercased() }.map { .product($0) })
        case .receipt(let id): return .receipt(order(id))
        case .export(let request, let format):
            return .exported(.written(3, path: "/tmp/oblik-\(request.name).\(format.rawValue)"))
        case .count(let request): return .counted(count(request))
        case .aside(let subject): return .aside(record(beside: subject))
        case .records(let entity, let ids):
            switch entity {
            case .user: return .records(users.filter { ids.contains($0.id.value) }.map { .user($0) })
            case .product: return .records(products.filter { ids.contains($0.id.value) }.map { .product($0) })
            case .order: return .records(orders.filter { ids.contains($0.id.value) }.map { .order($0) })
            }
        case .change(let change): return .record(record(of: change))
        }
    }

    private func record(beside subject: AsideSubject) -> AsideRecord {
        switch subject {
        case .order(let id):
            let order = order(id)
            let user = users.first { $0.id == order.user } ?? Fixture.user(order.user.value)
            return .order(order, user, audit.filter { $0.entity == "order" && $0.entityID == id.value })
        case .user(let id):
            return .user(users.first { $0.id == id } ?? Fixture.user(id.value), orders.filter { $0.user == id })
        case .product(let id):
            return .product(
                products.first { $0.id == id } ?? Fixture.product(id.value), moves.filter { $0.product == id })
        }
    }

    private func count(_ request: ExportRequest) -> Int {
        switch request {
        case .users: users.count
        case .products: products.count
        case .orders: orders.count
        case .moves: moves.count
        case .audit: audit.count
        }
    }

    private func order(_ id: Identifier<Order>) -> Order {
        let summary = orders.first { $0.id == id } ?? Fixture.order(id.value)
        return Order(
            id: id, user: summary.user, customer: summary.customer, status: summary.status, total: summary.total,
            note: summary.note, createdAt: summary.createdAt, updatedAt: summary.updatedAt, version: summary.version,
            lines: lines.filter { $0.order == id })
    }

    /// What a change leaves behind.
    private mutating func record(of change: Change) -> Record {
        switch change {
        case .createUser(let new):
            users.append(Fixture.user(Int64(users.count + 1), name: new.name, email: new.email, phone: new.phone))
            return .user(users[users.count - 1])
        case .editUser(let id, let edit, let version):
            return .user(Fixture.user(id.value, name: edit.name.applied(to: "?"), version: version + 1))
        case .setUserArchived(let id, let isArchived): return .user(Fixture.user(id.value, archived: isArchived))
        case .createProduct(let new):
            let id = Int64(products.count + 1)
            products.append(
                Fixture.product(id, sku: new.sku, name: new.name, price: new.price.minor, stock: new.stock))
            return .product(products[products.count - 1])
        case .editProduct(let id, let edit, let version):
            return .product(Fixture.product(id.value, name: edit.name.applied(to: "?"), version: version + 1))
        case .setProductArchived(let id, let isArchived):
            return .product(Fixture.product(id.value, archived: isArchived))
        case .adjustStock(let adjustment):
            return .product(Fixture.product(adjustment.product.value, stock: 12 + adjustment.delta))
        case .editOrder(let id, let edit, let version):
            let order = Fixture.order(id.value, note: edit.note.applied(to: nil), version: version + 1)
            if let index = orders.firstIndex(where: { $0.id == id }) { orders[index] = order }
            return .order(order)
        case .moveOrder(let id, let status, let version):
            return .order(Fixture.order(id.value, status: status, version: version + 1))
        }
    }

    private func page<Item, Filter, Sort>(
        _ items: [Item], _ request: ListRequest<Filter, Sort>, id: (Item) -> Int64
    ) -> Page<Item> {
        let keys = items.map(id)
        func index(_ keyset: Keyset) -> Int? { keys.firstIndex(of: keyset.id) }
        let range: Range<Int>
        switch request.position {
        case .first: range = 0..<min(request.limit, items.count)
        case .last: range = max(items.count - request.limit, 0)..<items.count
        case .after(let keyset):
            // A place that includes its row names the number before (or after) it.
            let neighbour = keys.firstIndex { abs($0 - keyset.id) == 1 } ?? 0
            let start = index(keyset).map { $0 + 1 } ?? neighbour
            range = start..<min(start + request.limit, items.count)
        case .before(let keyset):
            let end = index(keyset) ?? 0
            range = max(end - request.limit, 0)..<end
        }
        func keyset(_ index: Int) -> Keyset { Keyset(value: "", id: keys[index]) }
        return Page(
            items: Array(items[range]),
            next: range.isEmpty || range.upperBound == items.count ? nil : keyset(range.upperBound - 1),
            previous: range.isEmpty || range.lowerBound == 0 ? nil : keyset(range.lowerBound))
    }
}

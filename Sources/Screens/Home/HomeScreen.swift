import Domain
import Services
import TerminalUI
import Wording

/// Where the program begins: the way to everything else, and what happened last.
struct HomeScreen: Screen {
    let options: AppOptions
    private(set) var overview: Overview?
    private(set) var selected = 0
    private(set) var explainsImport = false
    /// Whether the overview is on its way, and whether something has changed since it was asked for.
    private var isReading = false
    private var isOutdated = false

    init(_ options: AppOptions) { self.options = options }

    static let menu: [(action: Action, title: Phrase, about: Phrase)] = [
        (.newOrder, "New order", "find the customer, type or scan the goods, place"),
        (.orders, "Orders", "what was sold, paid, shipped"),
        (.users, "Users", "customers and staff"),
        (.products, "Products", "prices and stock"),
    ]

    var crumb: Phrase { "Home" }
    var scopes: [Scope] { [.home] }
    var isEmpty: Bool { overview?.isEmpty == true }
    /// The menu, and below it the latest orders.
    private var count: Int { Self.menu.count + (overview?.orders.count ?? 0) }

    func refusal(of action: Action) -> Phrase? {
        action == .seedDemo && !isEmpty ? "The demo shop is for an empty database; this one has data." : nil
    }

    mutating func start() -> [Step] {
        (isReading, isOutdated) = (true, false)
        return [.ask(.overview, .rows)]
    }

    /// Reads anew what has changed, one question at a time.
    mutating func learn(_ changes: Changes) -> [Step] {
        isOutdated = isReading
        return isReading ? [] : start()
    }

    mutating func forget(_ slot: Slot) { isReading = false }

    mutating func reappear() -> [Step] { start() }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .down: selected = min(selected + 1, count - 1)
        case .up: selected = max(selected - 1, 0)
        case .refresh: return start()
        case .open: return open()
        case .seedDemo: return seed()
        case .explainImport: explainsImport.toggle()
        case .cancel:
            guard explainsImport else { return nil }
            explainsImport = false
        default: return nil
        }
        return []
    }

    private func open() -> [Step]? {
        if Self.menu.indices.contains(selected) { return [.does(Self.menu[selected].action)] }
        let index = selected - Self.menu.count
        guard let orders = overview?.orders, orders.indices.contains(index) else { return [] }
        return [.open(OrdersScreens.detail(orders[index], options.format))]
    }

    private func seed() -> [Step] {
        [.say(.info("The demo shop is being filled\u{2026}")), .run(.seedDemo)]
    }

    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        isReading = false
        guard case .success(.overview(let overview)) = reply else { return [] }
        let old = selectedOrder
        self.overview = overview
        if let old, let index = overview.orders.firstIndex(where: { $0.id == old }) {
            selected = Self.menu.count + index
        }
        selected = min(selected, count - 1)
        return isOutdated ? start() : []
    }

    private var selectedOrder: Identifier<Order>? {
        let index = selected - Self.menu.count
        guard let orders = overview?.orders, orders.indices.contains(index) else { return nil }
        return orders[index].id
    }
}

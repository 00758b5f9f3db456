import Domain
import TerminalUI
import Wording

/// What stands on Home, and what each line of it opens.
extension HomeScreen {
    static let menu: [(action: Action, title: Phrase, about: Phrase)] = [
        (.newOrder, "New order", "find the customer, type or scan the goods, place"),
        (.orders, "Orders", "what was sold, paid, shipped"),
        (.users, "Users", "customers and staff"),
        (.products, "Products", "prices and stock"),
        (.ledger, "Stock moves", "what came and what went"),
        (.audit, "Audit log", "who changed what"),
    ]

    /// Rows from which on there is room for a line for each day.
    private static var tall: Int { 36 }
    /// Best products and customers that are shown.
    private static var bestRows: Int { 3 }

    var lines: [HomeLine] {
        let menu = Self.menu.indices.map { HomeLine.item(.menu($0)) }
        return (height >= 12 ? [.blank] : []) + menu + (height >= 10 ? [.blank] : []) + below
    }

    var items: [HomeItem] {
        lines.compactMap { if case .item(let item) = $0 { item } else { nil } }
    }

    private var below: [HomeLine] {
        if explainsImport {
            let hints = options.importHint.map { HomeLine.text(Phrase(verbatim: "  " + $0)) }
            return [.text("To import data, leave Oblik (q), or open another terminal, and type:"), .blank] + hints
                + [.blank, .text("Esc closes this text.")]
        }
        if isEmpty {
            return [
                .text("The shop is empty. 3 then F6 adds a customer, 4 then F6 a product; or press:"), .blank,
                .text("  d   fill it with a demo shop, to look around"), .text("  i   how to import your data"),
            ]
        }
        let figures = figures.map { HomeLine.item($0) }
        let orders = overview?.orders.map { HomeLine.item(.order($0.id)) } ?? []
        let latest = orders.isEmpty ? [] : [.headings] + orders
        return figures + (figures.isEmpty || latest.isEmpty ? [] : [.blank]) + latest
    }

    private var figures: [HomeItem] {
        guard let dashboard else { return [] }
        let days = height >= Self.tall ? dashboard.days.reversed().map { HomeItem.day($0.day) } : []
        return [.today, .allDays] + days + dashboard.open.map { .open($0.status) }
            + (dashboard.lowStock.isEmpty ? [] : [.lowStock])
            + dashboard.topProducts.prefix(Self.bestRows).map { .topProduct($0.id) }
            + dashboard.topCustomers.prefix(Self.bestRows).map { .topCustomer($0.id) }
    }

    /// Opens what stands behind a line: a list with its filter, or a record.
    func open(_ item: HomeItem) -> [Step] {
        let format = options.format
        switch item {
        case .menu(let index): return [.does(Self.menu[index].action)]
        case .today: return [.open(OrdersScreens.list(format, typed: "created:today -status:cancelled"))]
        case .allDays:
            let first = dashboard?.days.first?.day.description ?? ""
            return [.open(OrdersScreens.list(format, typed: "created:\(first).. -status:cancelled"))]
        case .day(let day):
            return [.open(OrdersScreens.list(format, typed: "created:\(day.description) -status:cancelled"))]
        case .open(let status): return [.open(OrdersScreens.list(format, typed: "status:\(status.rawValue)"))]
        case .lowStock:
            let order = ListOrder(ProductSort.stock, isDescending: false)
            return [.open(ProductsScreens.list(format, typed: "stock:..\(Dashboard.lowStock)", order: order))]
        case .topProduct(let id):
            let code = dashboard?.topProducts.first { $0.id == id }?.sku ?? ""
            return [.open(ProductsScreens.detail(id, name: code, format))]
        case .topCustomer(let id):
            let name = dashboard?.topCustomers.first { $0.id == id }?.name ?? ""
            return [.open(UsersScreens.detail(id, name: name, format))]
        case .order(let id): return [.open(OrdersScreens.detail(id, format))]
        }
    }
}

import Domain
import TerminalUI
import Wording

/// What a line of the dashboard says.
struct HomeFigure: Hashable, Sendable {
    let label: Phrase
    let words: Phrase
    var role = CellRole.text
    /// A sign for each day, from the lowest bar to the highest.
    var chart = ""
    /// How long the bar beside it is, in thousandths of the longest.
    var share: Int64?
}

extension HomeScreen {
    /// The figure of a line; `nil` for what is none, or has gone.
    func figure(_ item: HomeItem, _ glyphs: Glyphs) -> HomeFigure? {
        guard let dashboard else { return nil }
        switch item {
        case .today: return today(dashboard)
        case .allDays:
            let orders = dashboard.days.reduce(0) { $0 + $1.orders }
            let sum = Money(minor: dashboard.days.reduce(0) { $0 + $1.sum.minor })
            return HomeFigure(
                label: "\(count: dashboard.days.count, "day", "days")", words: sold(orders, sum),
                chart: chart(dashboard.days, glyphs))
        case .day(let day):
            guard let found = dashboard.days.first(where: { $0.day == day }) else { return nil }
            return HomeFigure(
                label: Phrase(verbatim: options.format.date(day)), words: sold(found.orders, found.sum),
                share: share(found.sum, of: dashboard.days.map(\.sum)))
        case .open(let status): return open(status, dashboard)
        case .lowStock: return lowStock(dashboard.lowStock)
        case .topProduct(let id):
            guard let top = dashboard.topProducts.first(where: { $0.id == id }) else { return nil }
            let pieces = options.format.count(top.pieces)
            return HomeFigure(
                label: "Best product",
                words: "\(top.sku)  \(top.name): \(pieces) sold, \(options.format.money(top.sum))",
                share: share(top.sum, of: dashboard.topProducts.map(\.sum)))
        case .topCustomer(let id):
            guard let top = dashboard.topCustomers.first(where: { $0.id == id }) else { return nil }
            return HomeFigure(
                label: "Best customer", words: "\(top.name): \(sold(top.orders, top.sum))",
                share: share(top.sum, of: dashboard.topCustomers.map(\.sum)))
        case .menu, .order: return nil
        }
    }

    private func sold(_ orders: Int, _ sum: Money) -> Phrase {
        "\(count: orders, "order", "orders") for \(options.format.money(sum))"
    }

    private func today(_ dashboard: Dashboard) -> HomeFigure? {
        guard let today = dashboard.today else { return nil }
        let words = sold(today.orders, today.sum)
        guard let yesterday = dashboard.days.dropLast().last else { return HomeFigure(label: "Today", words: words) }
        return HomeFigure(
            label: "Today", words: "\(words); yesterday \(sold(yesterday.orders, yesterday.sum))", role: .title)
    }

    private func open(_ status: OrderStatus, _ dashboard: Dashboard) -> HomeFigure? {
        guard let open = dashboard.open.first(where: { $0.status == status }) else { return nil }
        return HomeFigure(
            label: status == .placed ? "To be paid" : "To be shipped",
            words: "\(sold(open.orders, open.sum)); the oldest of \(options.format.date(open.oldest))",
            role: OrdersScreens.role(status))
    }

    private func lowStock(_ products: [Product]) -> HomeFigure? {
        guard !products.isEmpty else { return nil }
        let names = products.map { "\($0.sku) \(options.format.count($0.stock))" }.joined(separator: ", ")
        return HomeFigure(label: "Low stock", words: Phrase(verbatim: names), role: .warning)
    }

    /// A bar for each day, by its sum; a day without orders has none.
    private func chart(_ days: [Dashboard.Day], _ glyphs: Glyphs) -> String {
        let highest = max(days.map(\.sum.minor).max() ?? 0, 1)
        let levels = Int64(glyphs.bars.count)
        return days.reduce(into: "") { text, day in
            // Rounded up, so that the least sale shows; as a product it might pass 64 bits.
            let level = (day.sum.minor / max(highest / levels, 1)).clamped(to: 0...(levels - 1))
            text.unicodeScalars.append(day.sum.minor <= 0 ? " " : glyphs.bars[Int(level)])
        }
    }

    private func share(_ sum: Money, of all: [Money]) -> Int64? {
        let highest = max(all.map(\.minor).max() ?? 0, 1)
        return sum.minor <= 0 ? nil : (sum.minor / max(highest / 1000, 1)).clamped(to: 0...1000)
    }
}

extension Int64 {
    fileprivate func clamped(to range: ClosedRange<Int64>) -> Int64 {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

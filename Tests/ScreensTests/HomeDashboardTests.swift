import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// How the shop does, on Home.
@Suite struct HomeDashboardTests {
    static let shop: Shop = {
        var shop = Shop.small
        let money = { Money(minor: $0) }
        shop.dashboard = Dashboard(
            days: Fixture.days { [0, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 0, 3, 12][$0] },
            open: [
                Dashboard.Open(status: .placed, orders: 3, sum: money(123_450), oldest: Fixture.noon),
                Dashboard.Open(status: .paid, orders: 1, sum: money(79_990), oldest: Fixture.noon),
            ],
            lowStock: [Fixture.product(3, sku: "K-250", name: "Кава", price: 24_500, stock: 0)],
            topProducts: [
                Dashboard.TopProduct(id: Identifier(1), sku: "A-100", name: "Чай", pieces: 120, sum: money(1_440_000)),
                Dashboard.TopProduct(id: Identifier(2), sku: "A-101", name: "Tea", pieces: 10, sum: money(118_000)),
            ],
            topCustomers: [
                Dashboard.TopCustomer(id: Identifier(2), name: "Іваненко Олена", orders: 9, sum: money(900_000))
            ])
        return shop
    }()

    @Test("Today, the days, what is open, what runs low and what sells best stand on Home, at every size")
    func pictures() {
        var stage = Stage(Self.shop)
        Golden.expect(stage.text, is: "dashboard")
        stage.resize(width: 130, height: 44)
        Golden.expect(stage.text, is: "dashboard-130x44")
        stage.resize(width: 40, height: 10)
        for _ in 0..<9 { stage.does("down") }
        Golden.expect(stage.text, is: "dashboard-40x10")
        Golden.expect(Stage(Self.shop, language: Languages.ukrainian).text, is: "uk-dashboard")
    }

    @Test(
        "Each line opens the list or the record behind it",
        arguments: [
            (6, ["Home", "Orders"], "created:today -status:cancelled"),
            (7, ["Home", "Orders"], "created:2026-11-09.. -status:cancelled"),
            (8, ["Home", "Orders"], "status:placed"), (9, ["Home", "Orders"], "status:paid"),
            (10, ["Home", "Products"], "stock:..5"), (11, ["Home", "A-100"], "Name"),
            (13, ["Home", "Іваненко Олена"], "Phone"), (14, ["Home", "Order 104233"], "Customer"),
        ])
    func opens(_ downs: Int, _ path: [String], _ shown: String) {
        var stage = Stage(Self.shop)
        for _ in 0..<downs { stage.press("down") }
        stage.does("enter")
        #expect(stage.path == path)
        #expect(stage.isShown(shown))
    }

    @Test("The filter that a line of Home has typed is the list's own: it is edited, and F12 takes it away")
    func typed() throws {
        var stage = Stage(Self.shop)
        for _ in 0..<8 { stage.press("down") }
        stage.press("enter")
        guard case .orders(let request) = try #require(stage.asked.last?.query) else {
            Issue.record("No orders were asked for.")
            return
        }
        #expect(request.filter.terms.description == "status:placed")
        stage.settle()
        stage.does("f12")
        #expect(!stage.isShown("status:placed"))
        #expect(stage.path == ["Home", "Orders"])
    }

    @Test("Changes are collected before the figures are read anew, and are not heard of where Home is hidden")
    func collects() {
        var stage = Stage(Self.shop)
        func figures(_ stage: Stage) -> Int {
            stage.asked.count { if case .dashboard = $0.query { true } else { false } }
        }
        var changes = Changes()
        changes.add(.order, 1)
        for _ in 0..<20 { stage.send(.changes(changes)) }
        #expect(figures(stage) == 0)
        let wakes = stage.effects.count { if case .wake = $0 { true } else { false } }
        #expect(wakes == 1)
        stage.settle()
        stage.send(.woken(screen: 0))
        #expect(figures(stage) == 1)
        stage.settle()
        stage.does("2")
        for _ in 0..<20 { stage.send(.changes(changes)) }
        #expect(figures(stage) == 0)
        stage.settle()
        stage.press("f3")
        #expect(figures(stage) == 1)
    }

    @Test("The line that is selected stays selected when the figures change, and Home when it is gone")
    func keepsSelection() {
        var stage = Stage(Self.shop)
        for _ in 0..<9 { stage.press("down") }
        #expect(stage.cursorRow.contains("To be shipped"))
        stage.shop.dashboard = Dashboard(
            days: Fixture.days { $0 }, open: Self.shop.dashboard?.open.suffix(1) ?? [], lowStock: [], topProducts: [],
            topCustomers: [])
        stage.does("f5")
        #expect(stage.cursorRow.contains("To be shipped"))
        stage.shop.dashboard = Fixture.quiet
        stage.does("f5")
        #expect(stage.cursorRow.contains("New order"))
    }
}

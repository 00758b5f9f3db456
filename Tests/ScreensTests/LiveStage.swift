import Domain
import Services
import TerminalUI
import TestSupport
import Testing
import Wording

@testable import Screens

/// The whole terminal over PostgreSQL and a journal on the disk: presses keys, and lets the effects be done.
struct LiveStage {
    var model: AppModel
    let desk: ServiceDesk
    private let runner: EffectRunner
    /// Effects that are not done yet.
    var waiting: [Effect] = []
    /// Keys that the operator has pressed.
    private(set) var keys = 0
    /// Orders that were sent, each time that they were.
    private(set) var sent: [IdempotencyKey] = []

    /// A terminal of `desk`, at Home.
    init(_ desk: ServiceDesk) async {
        self.desk = desk
        let box = ServiceBox()
        box.provide(desk)
        runner = Counter.runner(box)
        model = AppModel(AppOptions(size: Size(width: 80, height: 24)))
        waiting = model.start()
        waiting += model.update(.databaseState(.ready("embedded")))
        waiting += model.update(.servicesReady)
        await settle()
    }

    /// Presses keys by their names, without doing what they ask for.
    mutating func press(_ names: String) {
        for name in names.split(separator: " ") {
            guard let press = KeyPress(String(name)) else { preconditionFailure("There is no key \(name).") }
            self.press(press)
        }
    }

    /// Types text, "⏎" is Enter, without doing what it asks for.
    mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(scalar == "⏎" ? KeyPress(.enter) : KeyPress(.character(scalar))) }
    }

    mutating func press(_ press: KeyPress) {
        keys += 1
        waiting += model.handle(.key(press))
    }

    /// Presses keys, and does all that they ask for.
    mutating func does(_ names: String) async {
        press(names)
        await settle()
    }

    /// Types text, and does all that it asks for.
    mutating func enters(_ text: String) async {
        type(text)
        await settle()
    }

    /// Does what was asked for, and what that asks for, until nothing is left.
    mutating func settle() async {
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            if case .entry(.place(_, let draft, _), _) = effect { sent.append(draft.key) }
            let inbox = Inbox()
            await runner.perform(effect, inbox.sink)
            for message in inbox.messages { waiting += model.update(message) }
        }
    }

    /// The names of the screens, from Home to the one that is shown.
    var path: [String] { model.layers.map { $0.screen.crumb.english } }

    var text: [String] {
        var canvas = Canvas(size: model.size)
        model.view(on: &canvas)
        return canvas.text
    }

    func isShown(_ part: String) -> Bool { text.contains { $0.contains(part) } }

    /// All orders, the first one first.
    func orders() async throws -> [Order] {
        let request = OrderListRequest(filter: OrderFilter(), sort: .id, isDescending: false)
        let summaries = try await desk.services.orders.list(request, as: desk.principal).items
        var orders: [Order] = []
        for summary in summaries { orders.append(try await desk.services.orders.get(summary.id, as: desk.principal)) }
        return orders
    }

    /// Two customers and three products with barcodes.
    static func furnish(_ desk: ServiceDesk) async throws {
        for (name, phone) in [("Іваненко Олена", "+380 67 123 45 67"), ("Петренко Петро", "+380 50 765 43 21")] {
            _ = try await desk.services.users.create(NewUser(name: name, phone: phone), as: desk.principal)
        }
        for (sku, name, price, barcode) in [
            ("A100", "Чай зелений 100 г", "120", "4820000000017"),
            ("K250", "Кава мелена 250 г", "245.50", "4820000000031"),
            ("C001", "Цукор 1 кг", "42.50", "4820000000048"),
        ] {
            _ = try await desk.services.products.create(
                NewProduct(sku: sku, barcode: barcode, name: name, price: price, stock: 1000), as: desk.principal)
        }
    }
}

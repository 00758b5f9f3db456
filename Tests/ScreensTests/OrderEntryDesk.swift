import Domain
import Services
import TerminalUI

@testable import Screens

/// Order entry at a desk: types keys, and answers questions as a small shop would, when it is told to.
struct OrderEntryDesk {
    var screen: OrderEntryScreen
    /// Questions that wait for an answer.
    var waiting: [OrderEntryEffect] = []
    /// Everything that the screen has asked for.
    var effects: [OrderEntryEffect] = []
    /// Keys that the operator has pressed.
    var keys = 0
    /// Whether questions are answered as soon as they are asked.
    var answersAtOnce = true
    var goods = OrderEntryDesk.goods
    var people = OrderEntryDesk.people

    init(_ screen: OrderEntryScreen = OrderEntryScreen(), answersAtOnce: Bool = true) {
        self.screen = screen
        self.answersAtOnce = answersAtOnce
        take(self.screen.start())
    }

    /// Types text; "⏎" is Enter.
    mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(scalar == "⏎" ? KeyPress(.enter) : KeyPress(.character(scalar))) }
    }

    /// Presses keys by their names: `"f2 up enter"`.
    mutating func press(_ names: String) {
        for name in names.split(separator: " ") {
            guard let press = KeyPress(String(name)) else { preconditionFailure("There is no key \(name).") }
            self.press(press)
        }
    }

    mutating func press(_ press: KeyPress) {
        keys += 1
        take(screen.handle(.key(press)))
    }

    mutating func paste(_ text: String) { take(screen.handle(.paste(text))) }

    mutating func receive(_ message: OrderEntryMessage) { take(screen.receive(message)) }

    private mutating func take(_ new: [OrderEntryEffect]) {
        effects += new
        waiting += new
        if answersAtOnce { answerAll() }
    }

    /// Answers all that waits, also what the answers ask.
    mutating func answerAll() {
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            if let message = reply(to: effect) {
                let new = screen.receive(message)
                effects += new
                waiting += new
            }
        }
    }

    /// Answers the first question that `choose` accepts.
    mutating func answer(_ choose: (OrderEntryEffect) -> Bool) {
        guard let index = waiting.firstIndex(where: choose) else { return }
        let effect = waiting.remove(at: index)
        if let message = reply(to: effect) { receive(message) }
    }

    /// What the shop says; orders are placed by the test itself.
    func reply(to effect: OrderEntryEffect) -> OrderEntryMessage? {
        switch effect {
        case .searchCustomers(let request):
            let hits = people.filter { matches("\($0.name) \($0.phone ?? "") \($0.email ?? "")", request.words) }
            return .customers(ticket: request.ticket, .success(Array(hits.prefix(request.limit))))
        case .searchProducts(let request):
            return .products(ticket: request.ticket, .success(Array(search(request.words).prefix(request.limit))))
        case .find(let ticket, let words): return .found(ticket: ticket, .success(search(words).first))
        case .findAll(let ticket, let codes): return .foundAll(ticket: ticket, .success(codes.map(exact)))
        case .read(let ticket, let ids):
            return .read(ticket: ticket, .success(goods.filter { ids.contains($0.id) }))
        default: return nil
        }
    }

    func exact(_ code: String) -> Product? {
        goods.first { $0.sku.lowercased() == code.lowercased() || $0.barcode == code }
    }

    private func search(_ words: String) -> [Product] {
        let hits = goods.filter { matches("\($0.sku) \($0.name)", words) }
        guard let exact = exact(words) else { return hits }
        return [exact] + hits.filter { $0.id != exact.id }
    }

    private func matches(_ text: String, _ words: String) -> Bool {
        SearchText.words(words).allSatisfy { SearchText.fold(text).contains($0) }
    }

    /// The order that is on its way.
    var sent: (ticket: UInt64, draft: OrderDraft, request: PlaceOrder)? {
        for case .place(let ticket, let draft, let request) in effects.reversed() { return (ticket, draft, request) }
        return nil
    }

    /// Answers the order that is on its way: it stands.
    mutating func placeSent(number: Int64 = 104_233) {
        guard let sent else { return }
        receive(.placement(ticket: sent.ticket, .success(.created(order(sent.draft, number)))))
    }

    mutating func refuseSent(_ error: ServiceError) {
        guard let sent else { return }
        receive(.placement(ticket: sent.ticket, .failure(error)))
    }

    func order(_ draft: OrderDraft, _ number: Int64) -> Order {
        let lines = draft.lines.all.enumerated().map { index, line in
            OrderLine(
                id: Identifier(Int64(index + 1)), order: Identifier(number), product: line.product, sku: line.sku,
                name: line.name, quantity: line.quantity, price: line.price)
        }
        let customer = draft.customer
        return Order(
            id: Identifier(number), user: customer?.id ?? Identifier(0), customer: customer?.name ?? "",
            status: .placed, total: draft.lines.total, note: draft.note, createdAt: Self.epoch, updatedAt: Self.epoch,
            version: 1, lines: lines)
    }

    /// The rows of the picture, the area alone.
    func picture(_ width: Int, _ height: Int, glyphs: Glyphs = .utf8) -> [String] {
        draw(width, height, glyphs: glyphs).text
    }

    func draw(_ width: Int, _ height: Int, glyphs: Glyphs = .utf8) -> Canvas {
        var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
        screen.view(in: canvas.bounds, on: &canvas)
        return canvas
    }

    static let epoch = Moment(microseconds: 1_763_820_000_000_000)

    static func product(
        _ id: Int64, _ sku: String, _ name: String, _ price: Int64, _ stock: Int, barcode: String? = nil,
        archivedAt: Moment? = nil
    ) -> Product {
        Product(
            id: Identifier(id), sku: sku, barcode: barcode, name: name, price: Money(minor: price), stock: stock,
            archivedAt: archivedAt, createdAt: epoch, updatedAt: epoch, version: 1)
    }

    static func user(_ id: Int64, _ name: String, _ phone: String?, _ email: String? = nil) -> User {
        User(
            id: Identifier(id), role: .customer, login: nil, name: name, email: email, phone: phone, note: nil,
            archivedAt: nil, createdAt: epoch, updatedAt: epoch, version: 1)
    }

    static let goods = [
        product(1, "A100", "Чай зелений 100 г", 120_00, 12, barcode: "4820000000017"),
        product(2, "A101", "Чай чорний 100 г", 118_00, 9, barcode: "4820000000024"),
        product(3, "K250", "Кава мелена 250 г", 245_00, 4, barcode: "4820000000031"),
        product(4, "C001", "Цукор 1 кг", 42_50, 300, barcode: "4820000000048"),
    ]

    static let people = [
        user(7, "Іваненко Олена", "+380 67 123 45 67", "olena@example.com"),
        user(8, "Іванчук Петро", "+380 50 765 43 21"),
        user(9, "Smith, John", nil, "john@example.com"),
    ]
}

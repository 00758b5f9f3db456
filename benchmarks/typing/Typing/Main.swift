import Domain
import Screens
import TerminalUI

/// Types into orders of growing length, without a database and without a terminal, and prints what a key costs: the
/// screen's answer to it, and the picture of 80 by 24 cells afterwards.
@main struct Main {
    /// Keys of which the median is taken, for each length.
    static let keys = 20_000

    static func main() {
        print("lines | median of a key (µs) | 99th of 100 (µs) | longest (µs)")
        for lines in [10, 100, 1000] {
            var desk = Desk(lines: lines)
            desk.typeOn(keys: keys / 10)
            desk.times = []
            desk.typeOn(keys: keys)
            let times = desk.times.sorted()
            let shown = [times[times.count / 2], times[times.count * 99 / 100], times[times.count - 1]]
            print("\(lines) | \(shown.map(microseconds).joined(separator: " | "))")
        }
    }

    private static func microseconds(_ time: Duration) -> String {
        let tenths = Int(time / .nanoseconds(100))
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// An order of many lines, and answers to what its screen asks.
struct Desk {
    private var screen: OrderEntryScreen
    private var canvas = Canvas(size: Size(width: 80, height: 24))
    private let goods: [Product]
    private let clock = ContinuousClock()
    var times: [Duration] = []

    init(lines: Int) {
        goods = (1...lines).map(Self.product)
        screen = OrderEntryScreen(customer: Self.customer)
        answer(screen.start())
        for product in goods { for press in Self.presses(product.sku) + [KeyPress(.enter)] { take(press) } }
        precondition(screen.draft.lines.count == lines, "Each product has a line.")
        times = []
    }

    /// Types entries for goods that have a line already: pieces, discounts, and what sets the line touched last.
    mutating func typeOn(keys: Int) {
        var number = 0
        while times.count < keys {
            number = (number + 7919) % goods.count
            let quantity = number % 9 + 1
            for text in ["\(quantity)*\(goods[number].sku)%\(quantity)", "*\(quantity)", "%5"] {
                for press in Self.presses(text) + [KeyPress(.enter)] { take(press) }
            }
        }
    }

    private mutating func take(_ press: KeyPress) {
        var effects: [OrderEntryEffect] = []
        times.append(
            clock.measure {
                effects = screen.handle(.key(press))
                screen.view(in: canvas.bounds, on: &canvas)
            })
        answer(effects)
    }

    private mutating func answer(_ effects: [OrderEntryEffect]) {
        for effect in effects {
            switch effect {
            case .searchProducts(let request):
                let hits = goods.first { $0.sku == request.words }.map { [$0] } ?? []
                answer(screen.receive(.products(ticket: request.ticket, .success(hits))))
            case .find(let ticket, let words):
                let product = goods.first { $0.sku == words }
                answer(screen.receive(.found(ticket: ticket, .success(product))))
            default: break
            }
        }
    }

    private static func presses(_ text: String) -> [KeyPress] {
        text.unicodeScalars.map { KeyPress(.character($0)) }
    }

    private static let moment = Moment(microseconds: 1_763_820_000_000_000)

    private static func product(_ number: Int) -> Product {
        Product(
            id: Identifier(Int64(number)), sku: "P\(number)", barcode: nil, name: "Чай зелений \(number) г",
            price: Money(minor: Int64(number)), stock: 1_000_000, archivedAt: nil, createdAt: moment, updatedAt: moment,
            version: 1)
    }

    private static let customer = User(
        id: Identifier(1), role: .customer, login: nil, name: "Іваненко Олена", email: nil, phone: nil, note: nil,
        archivedAt: nil, createdAt: moment, updatedAt: moment, version: 1)
}

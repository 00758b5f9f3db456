import Domain
import Services
import TerminalUI
import Wording

/// An order's receipt, to be looked at, copied, and pasted where it is needed.
struct ReceiptScreen: Screen {
    let id: Identifier<Order>
    let format: Format
    private(set) var receipt: Receipt?
    private var problem: Phrase?
    private var top = 0
    private var height = 1

    init(_ id: Identifier<Order>, format: Format) { (self.id, self.format) = (id, format) }

    var crumb: Phrase { "Receipt" }
    var scopes: [Scope] { [.receipt, .moving, .screen] }

    func refusal(of action: Action) -> Phrase? {
        action == .copy && receipt == nil ? "The order is not loaded yet." : nil
    }

    mutating func start() -> [Step] { [.ask(.receipt(id), .subject)] }
    mutating func databaseReturned() -> [Step] { start() }

    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        switch reply {
        case .success(.receipt(let order)): receipt = Receipt(order: order, format: format)
        case .success: break
        case .failure(let error): problem = error.headline
        }
        return []
    }

    mutating func perform(_ action: Action) -> [Step]? {
        let count = receipt?.lines.count ?? 0
        switch action {
        case .copy: return receipt.map { [.run(.copy($0.text))] } ?? []
        case .refresh: return start()
        case .down: top += 1
        case .up: top -= 1
        case .pageDown: top += height
        case .pageUp: top -= height
        case .first: top = 0
        case .last: top = count
        default: return nil
        }
        top = max(0, min(top, count - height))
        return []
    }

    mutating func resize(_ size: Size) { height = max(1, size.height) }

    func view(in area: Rect, on canvas: inout Canvas) {
        canvas.cursor = Point(x: area.x, y: area.y)
        guard let receipt else {
            canvas.say(problem ?? "", x: area.x + 1, y: area.y, width: area.width - 1, role: .dim)
            return
        }
        for (y, line) in zip(area.rows, receipt.lines.dropFirst(top)) {
            canvas.write(line, x: area.x + 1, y: y, width: area.width - 1, role: .text)
        }
    }
}

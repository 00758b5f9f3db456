import Glibc
import TerminalUI

/// Shows what has arrived.
struct ProbeModel: ProgramModel {
    enum Effect: Sendable {
        case suspend
        case copy(String)
    }

    typealias Message = String

    let isGuarded: Bool
    var isFinished = false
    private var last = "nothing"
    private var stops = 0
    private var isFilled = false

    init(isGuarded: Bool) {
        self.isGuarded = isGuarded
    }

    mutating func update(_ message: String) -> [Effect] {
        last = message
        return []
    }

    mutating func handle(_ event: TerminalEvent) -> [Effect] {
        switch event {
        case .key(let press) where press == KeyPress(.character("q")): isFinished = true
        case .key(let press) where press == KeyPress(.character("f")): isFilled = true
        case .key(let press) where press == KeyPress(.character("C")): return [.copy("Чай \u{1B}[2J")]
        case .key(let press): last = "key \(press.name)"
        case .paste(let text): last = "paste \(text)"
        case .resize(let size): last = "size \(size.width)x\(size.height)"
        case .suspend: return [.suspend]
        case .resumed:
            stops += 1
            last = "resumed"
        case .hangup, .endOfInput, .terminate: isFinished = true
        case .focus(let isFocused): last = "focus \(isFocused)"
        case .mouse: last = "mouse"
        }
        return []
    }

    func view(on canvas: inout Canvas) {
        if isFilled { canvas.fill(canvas.bounds, with: "f") }
        canvas.write("probe \(getpid()) guarded \(isGuarded) stops \(stops)", x: 0, y: 0, role: .title)
        canvas.write("last \(last).", x: 0, y: 1)
        canvas.write("Іван 漢字 ☕ end", x: 0, y: 2, role: .money)
        canvas.cursor = Point(x: 3, y: 1)
    }
}

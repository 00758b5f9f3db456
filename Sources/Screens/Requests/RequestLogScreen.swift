import Domain
import Services
import TerminalUI
import Wording

/// The requests that the program's HTTP listener answers, the newest first, as they come.
///
/// Once it is scrolled, the rows stay where they are, however many come.
struct RequestLogScreen: Screen {
    /// How often it looks for new ones.
    private static let pause = Duration.milliseconds(500)

    let format: Format
    private var log = RequestLog()
    private var problem: Phrase?
    private var showsFailedOnly = false
    /// The number of the request in the first row; nil while that is the newest.
    private var anchor: Int?
    private var height = 1

    init(format: Format) { self.format = format }

    var crumb: Phrase { "Request log" }
    var scopes: [Scope] { [.requests, .moving, .screen] }
    var readsWhenShown: Bool { true }

    mutating func start() -> [Step] { [.ask(.requests, .rows), .wake(after: Self.pause)] }
    mutating func wake() -> [Step] { start() }
    mutating func databaseReturned() -> [Step] { [.ask(.requests, .rows)] }

    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        switch reply {
        case .success(.requests(let log)): (self.log, problem) = (log, nil)
        case .success: break
        case .failure(let error): problem = error.headline
        }
        return []
    }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .refresh: return [.ask(.requests, .rows)]
        case .narrow: (showsFailedOnly, anchor) = (!showsFailedOnly, nil)
        case .down: scroll(1)
        case .up: scroll(-1)
        case .pageDown: scroll(height)
        case .pageUp: scroll(-height)
        case .first: anchor = nil
        case .last: scroll(rows.count)
        default: return nil
        }
        return []
    }

    mutating func resize(_ size: Size) { height = max(1, size.height - 1) }

    /// The requests that are shown, the newest first, each with its number.
    private var rows: [(number: Int, record: RequestRecord)] {
        let numbered = log.records.enumerated().map { index, record in
            (number: log.count - log.records.count + index + 1, record: record)
        }
        return numbered.reversed().filter { !showsFailedOnly || $0.record.status >= 400 }
    }

    /// The place of the first row among ``rows``.
    private func top(_ rows: [(number: Int, record: RequestRecord)]) -> Int {
        guard let anchor else { return 0 }
        // What has been forgotten meanwhile is at the end.
        return rows.firstIndex { $0.number <= anchor } ?? max(0, rows.count - height)
    }

    private mutating func scroll(_ step: Int) {
        let rows = rows
        let top = max(0, min(top(rows) + step, rows.count - height))
        anchor = top == 0 ? nil : rows[top].number
    }

    func view(in area: Rect, on canvas: inout Canvas) {
        canvas.cursor = Point(x: area.x, y: area.y)
        guard problem == nil else {
            canvas.say(problem ?? "", x: area.x + 1, y: area.y, width: area.width - 1, role: .dim)
            return
        }
        let rows = rows
        canvas.say(headline(rows.count), x: area.x + 1, y: area.y, width: area.width - 1, role: .dim)
        for (y, row) in zip(area.rows.dropFirst(), rows.dropFirst(top(rows))) {
            let role: TerminalUI.Role = row.record.status >= 500 ? .error : row.record.status >= 400 ? .warning : .text
            canvas.write(line(row.record), x: area.x + 1, y: y, width: area.width - 1, role: role)
        }
    }

    private func headline(_ count: Int) -> Phrase {
        let counted: Phrase = "\(count: log.count, "request", "requests") since the start"
        return showsFailedOnly ? "\(counted), of the latest \(count) failed" : counted
    }

    private func line(_ record: RequestRecord) -> String {
        let fields = [
            Self.left(format.time(record.at), 8), "\(record.status)", Self.left(record.method, 7),
            Self.right(Self.milliseconds(record.took), 9), Self.left(record.path, 28), record.problem ?? "",
        ]
        return fields.joined(separator: "  ")
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = Int(duration / .microseconds(100))
        return ["\(tenths / 10).\(tenths % 10)", "ms"].joined(separator: " ")
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

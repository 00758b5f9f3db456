import Domain
import Services
import TerminalUI
import Wording

/// Where the program begins: the way to everything else, how the shop does, and what happened last.
///
/// What stands on it is in `HomeScreen+Lines.swift`, the picture in `+View.swift`.
struct HomeScreen: Screen {
    let options: AppOptions
    private(set) var overview: Overview?
    private(set) var dashboard: Dashboard?
    private(set) var selected = HomeItem.menu(0)
    private(set) var explainsImport = false
    private(set) var height = 0
    /// What the one at the keyboard is to the shop, once that is known.
    var role: Domain.Role?
    /// Whether the overview is on its way, and whether something has changed since it was asked for.
    private var isReading = false
    private var isOutdated = false
    /// Whether the figures are to be read anew in a while, for all that changes until then.
    private var isWaiting = false

    /// How long changes are collected before the figures are read anew: they cost more than a page of orders.
    static let pause = Duration.seconds(5)

    init(_ options: AppOptions) { self.options = options }

    var crumb: Phrase { "Home" }
    var scopes: [Scope] { [.home] }
    var isEmpty: Bool { overview?.isEmpty == true }
    var readsWhenShown: Bool { true }

    func refusal(of action: Action) -> Phrase? {
        action == .seedDemo && !isEmpty ? "The demo shop is for an empty database; this one has data." : nil
    }

    mutating func start() -> [Step] {
        (isReading, isOutdated) = (true, false)
        return [.ask(.overview, .rows), .ask(.dashboard(options.format.calendar), .subject)]
    }

    /// Reads the latest orders anew, one question at a time, and the figures after a while.
    mutating func learn(_ changes: Changes) -> [Step] {
        var steps: [Step] = []
        if !isWaiting {
            isWaiting = true
            steps.append(.wake(after: Self.pause))
        }
        isOutdated = isReading
        guard !isReading else { return steps }
        isReading = true
        return steps + [.ask(.overview, .rows)]
    }

    mutating func wake() -> [Step] {
        isWaiting = false
        return [.ask(.dashboard(options.format.calendar), .subject)]
    }

    mutating func forget(_ slot: Slot) {
        if slot == .rows { isReading = false }
    }

    mutating func reappear() -> [Step] { start() }
    mutating func resize(_ size: Size) { height = size.height }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .down: move(1)
        case .up: move(-1)
        case .refresh: return start()
        case .open: return open(selected)
        case .seedDemo: return [.say(.info("The demo shop is being filled\u{2026}")), .run(.seedDemo)]
        case .explainImport: explainsImport.toggle()
        case .cancel:
            guard explainsImport else { return nil }
            explainsImport = false
        default: return nil
        }
        return []
    }

    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? {
        guard case .row(let index) = part, items.indices.contains(index) else { return nil }
        selected = items[index]
        return isDouble ? open(selected) : []
    }

    private mutating func move(_ step: Int) {
        let items = items
        let index = items.firstIndex(of: selected) ?? 0
        selected = items[min(max(index + step, 0), items.count - 1)]
    }

    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        switch (slot, reply) {
        case (.subject, .success(.dashboard(let dashboard))): self.dashboard = dashboard
        case (.rows, .success(.overview(let overview))):
            isReading = false
            self.overview = overview
            if isOutdated {
                (isReading, isOutdated) = (true, false)
                return keepSelection() + [.ask(.overview, .rows)]
            }
        case (.rows, _): isReading = false
        default: break
        }
        return keepSelection()
    }

    /// What was selected may be gone.
    private mutating func keepSelection() -> [Step] {
        if !items.contains(selected) { selected = .menu(0) }
        return []
    }
}

import Domain
import Services
import TerminalUI
import Wording

/// Order entry as one of the program's screens: passes keys, messages and effects between the two.
struct EntryScreen: Screen {
    private(set) var tray: EntryTray
    private let format: Format
    /// Whether the form of a new customer was opened from here.
    private var awaitsCustomer = false

    init(_ options: AppOptions, customer: User?) {
        format = options.format
        tray = EntryTray(
            OrderEntryScreen(customer: customer, format: OrderEntryFormat(format), keymap: options.keymap))
    }

    /// The order on the screen.
    var entry: OrderEntryScreen { tray.current }

    var crumb: Phrase {
        guard let (number, count) = tray.position, count > 1 else { return "New order" }
        return "New order, draft \(number) of \(count)"
    }
    var scopes: [Scope] { entry.scopes }
    var hinted: [Action]? { entry.hinted.map { .entry($0) } }
    /// Every key is the order entry's, save the few that mean the same everywhere.
    var isTyping: Bool { true }
    var advice: Notice? { entry.notice.map { Notice(kind($0.role), $0.text) } }

    var saying: Notice? { advice }

    private func kind(_ role: CellRole) -> Notice.Kind {
        switch role {
        case .error: .error
        case .ok: .done
        default: .info
        }
    }

    /// While an order is on its way, order entry keeps keys itself, as far as they are meant for it.
    ///
    /// The key that leaves, and all that come behind it, are meant for the screens below; while it is asked whether
    /// goods were scanned for a customer, the form of a new one may be what comes next.
    func mustWait(for press: KeyPress, action: Action?) -> Bool {
        if case .checking = entry.hold { return true }
        guard tray.isHeld, case .entry(let command)? = action else { return false }
        return command.leadsAway
    }

    func refusal(of action: Action) -> Phrase? {
        if case .entry(let command) = action { entry.refusal(of: command) } else { nil }
    }

    mutating func start() -> [Step] { steps(tray.start()) }
    mutating func type(_ press: KeyPress) -> [Step]? { steps(tray.handle(.key(press))) }
    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? {
        steps(tray.click(part, isDouble: isDouble))
    }

    var isBusy: Bool { tray.isBusy }
    var takesScans: Bool { true }
    mutating func take(scan code: String, endedBy press: KeyPress, before: any Screen) -> [Step]? {
        guard let before = before as? EntryScreen else { return nil }
        return tray.take(scan: code, endedBy: press, before: before.entry).map { steps($0) }
    }

    mutating func paste(_ text: String) -> [Step] { steps(tray.handle(.paste(text))) }
    mutating func receive(_ message: OrderEntryMessage) -> [Step] { steps(tray.receive(message)) }
    mutating func databaseReturned() -> [Step] { steps(tray.receive(.databaseReturned)) }

    mutating func perform(_ action: Action) -> [Step]? {
        guard case .entry(let command) = action else { return nil }
        return steps(tray.perform(command))
    }

    /// Keeps the draft and lets it go, as leaving by its own key does.
    mutating func willClose() -> [Step] { steps(tray.perform(.leave).filter { $0 != .leave }) }

    mutating func reappear() -> [Step] {
        awaitsCustomer = false
        return []
    }

    mutating func learn(_ news: News) -> [Step] {
        switch news {
        case .created(.user(let user)) where awaitsCustomer:
            awaitsCustomer = false
            return steps(tray.receive(.customerCreated(user)))
        case .changed(.product(let product)), .changedTogether(.product(let product)):
            return steps(tray.receive(.productsChanged([product])))
        default: return []
        }
    }

    mutating func learn(_ changes: Changes) -> [Step] {
        if changes.isEverything { return steps(tray.receive(.productsMoved(nil))) }
        guard let products = changes.changed[.product] else { return [] }
        return steps(tray.receive(.productsMoved(products)))
    }

    func view(in area: Rect, on canvas: inout Canvas) { entry.view(in: area, on: &canvas) }

    private mutating func steps(_ effects: [OrderEntryEffect]) -> [Step] {
        effects.map { effect in
            switch effect {
            case .leave: return .close
            case .placed(let order): return .tell(.created(.order(OrderSummary(order))))
            case .createCustomer(let name):
                awaitsCustomer = true
                return .open(UsersScreens.form(nil, name: name))
            case .ring: return .run(.ring)
            case .listDrafts: return .open(DraftsScreen(tray, format: format))
            case .askDiscard(let draft):
                return .confirm(draft.discardQuestion, [.hear(.draftDiscarded(draft.key))])
            default: return .work(effect)
            }
        }
    }
}

extension OrderEntryMessage {
    /// Whether this is the answer of a database that can't be reached.
    var isUnavailable: Bool {
        switch self {
        case .customers(_, .failure(.unavailable)), .products(_, .failure(.unavailable)),
            .found(_, .failure(.unavailable)), .foundAll(_, .failure(.unavailable)), .read(_, .failure(.unavailable)),
            .lastOrder(_, .failure(.unavailable)), .placement(_, .failure(.unavailable)):
            true
        default: false
        }
    }
}

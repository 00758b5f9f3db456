import Domain
import TerminalUI
import Wording

/// The orders that one operator enters at once: one is on the screen, the others keep all they had.
///
/// Each is an order entry of its own, with its history, what is typed half, and what it waits for. Answers go to all of
/// them: a ticket belongs to one. Behind them stand the drafts of the journal that nobody has open.
struct EntryTray: Sendable {
    /// Drafts that one operator may have begun.
    static let limit = 20

    private(set) var entries: [OrderEntryScreen]
    private(set) var index = 0
    /// The drafts that nobody had open when the journal was read.
    private(set) var kept: [SavedDraft] = []

    /// Why no further draft can be begun where there are so many.
    static func fullness(_ count: Int) -> Phrase? {
        count < limit ? nil : "There are \(count) drafts already: place or discard one first."
    }

    init(_ first: OrderEntryScreen) { entries = [first] }

    /// The order on the screen.
    var current: OrderEntryScreen { entries[index] }

    /// All drafts: those that are open, in the order they were begun, then the journal's.
    var drafts: [DraftOffer] {
        open.map(\.offer) + kept.map(DraftOffer.init)
    }

    private var open: [OrderEntryScreen] { entries.filter { !$0.isBlank } }

    /// Which of the drafts is on the screen, from 1, and how many there are; `nil` while it is none yet.
    var position: (number: Int, count: Int)? {
        guard !current.isBlank else { return nil }
        let before = entries[..<index].count { !$0.isBlank }
        return (before + 1, open.count + kept.count)
    }

    /// Whether an order is on its way, or a draft is being opened: keys that lead away have to wait.
    var isHeld: Bool { entries.contains { $0.hold != nil } }

    /// Whether something that was entered waits for its answer.
    var isBusy: Bool {
        isHeld || entries.contains { $0.queue.isAsking || $0.codeCheck != nil || $0.customers.isAsking }
    }

    mutating func start() -> [OrderEntryEffect] {
        let effects = entries[index].start()
        let isReading = effects.contains { if case .loadDrafts = $0 { true } else { false } }
        return after(isReading ? effects : effects + entries[index].readDrafts())
    }

    mutating func handle(_ event: TerminalEvent) -> [OrderEntryEffect] { after(entries[index].handle(event)) }

    /// Hands a scan to the order on the screen; `nil` where its characters are in the right place already.
    mutating func take(scan: String, endedBy press: KeyPress, before: OrderEntryScreen) -> [OrderEntryEffect]? {
        entries[index].take(scan: scan, endedBy: press, before: before).map { after($0) }
    }

    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [OrderEntryEffect] {
        after(entries[index].clicked(part, isDouble: isDouble))
    }

    mutating func perform(_ command: OrderEntryCommand) -> [OrderEntryEffect] { after(entries[index].perform(command)) }

    /// Hands a message to every order, as far as it is not meant for the one on the screen.
    mutating func receive(_ message: OrderEntryMessage) -> [OrderEntryEffect] {
        var effects: [OrderEntryEffect] = []
        switch message {
        case .customerCreated: effects = entries[index].receive(message)
        case .draftChosen(let key): effects = show(key)
        case .draftWanted: effects = [.beginDraft]
        case .draftDiscarded(let key): effects = discard(key)
        default:
            if case .drafts(_, let drafts, _) = message { kept = drafts }
            for place in entries.indices { effects += entries[place].receive(message) }
            if case .opened(_, nil) = message { effects += entries[index].readDrafts() }
        }
        return after(effects)
    }

    /// Does what concerns several orders, and tells the one on the screen which others there are.
    private mutating func after(_ effects: [OrderEntryEffect]) -> [OrderEntryEffect] {
        var done: [OrderEntryEffect] = []
        for effect in effects {
            switch effect {
            case .beginDraft: done += begin()
            case .turnDraft(let step): done += turn(step)
            case .showDraft(let key): done += show(key)
            case .leave: done += release() + [.leave]
            default: done.append(effect)
            }
        }
        dropBlank()
        kept.removeAll { saved in entries.contains { $0.has(saved.draft.key) } }
        entries[index].beside = entries.indices.filter { $0 != index && !entries[$0].isBlank }.map { entries[$0].offer }
        entries[index].draftCount = open.count + kept.count
        return done
    }

    private mutating func begin() -> [OrderEntryEffect] {
        entries.append(current.another())
        index = entries.count - 1
        return entries[index].start()
    }

    private mutating func turn(_ step: Int) -> [OrderEntryEffect] {
        let drafts = drafts
        guard !drafts.isEmpty else { return [] }
        let place = position.map { $0.number - 1 + step } ?? (step > 0 ? 0 : drafts.count - 1)
        return show(drafts[(place + drafts.count) % drafts.count].key)
    }

    /// Brings a draft to the screen; one of the journal is opened first.
    private mutating func show(_ key: IdempotencyKey) -> [OrderEntryEffect] {
        if let place = entries.firstIndex(where: { $0.draft.key == key }) {
            index = place
            return []
        }
        kept.removeAll { $0.draft.key == key }
        if !current.isBlank {
            entries.append(current.another())
            index = entries.count - 1
        }
        return entries[index].open(key)
    }

    /// Takes a draft away; it can be brought back as long as nothing else is typed.
    private mutating func discard(_ key: IdempotencyKey) -> [OrderEntryEffect] {
        let kept = kept.first { $0.draft.key == key }?.draft
        self.kept.removeAll { $0.draft.key == key }
        guard let place = entries.firstIndex(where: { $0.draft.key == key }) else {
            return entries[index].discarded(kept, key)
        }
        let draft = entries[place].draft
        entries[place].startAnew()
        return entries[index].discarded(draft, key) + entries[index].readDrafts()
    }

    /// Keeps all orders that are not on the screen, and lets others open them.
    private mutating func release() -> [OrderEntryEffect] {
        entries.indices.filter { $0 != index }.flatMap { place in
            entries[place].perform(.leave).filter { $0 != .leave }
        }
    }

    /// Takes away the orders beside the one on the screen that nothing is left of; what they had to say is not lost.
    private mutating func dropBlank() {
        for place in entries.indices.reversed() where place != index && entries[place].isBlank {
            if let notice = entries[place].notice, notice.role == .ok { entries[index].notice = notice }
            entries.remove(at: place)
            if place < index { index -= 1 }
        }
    }
}

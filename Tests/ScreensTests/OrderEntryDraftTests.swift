import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct OrderEntryDraftTests {
    /// A draft of two lines, saved at 14:00 UTC.
    private func saved(inFlight: Bool = false) -> SavedDraft {
        var desk = OrderEntryDesk()
        desk.type("олена⏎2*A100⏎K250⏎")
        var draft = desk.screen.draft
        draft.isInFlight = inFlight
        return SavedDraft(draft: draft, owner: Identifier(1), savedAt: OrderEntryDesk.epoch)
    }

    /// Order entry to which these drafts are offered.
    private func offered(_ drafts: [SavedDraft]) -> OrderEntryDesk {
        var desk = OrderEntryDesk()
        for case .loadDrafts(let ticket) in desk.effects {
            desk.receive(.drafts(ticket: ticket, drafts, now: OrderEntryDesk.epoch))
        }
        return desk
    }

    /// Lets the draft that was asked for be opened.
    private func open(_ desk: inout OrderEntryDesk, _ saved: SavedDraft?) {
        for case .open(let ticket, _) in desk.effects { desk.receive(.opened(ticket: ticket, saved)) }
    }

    @Test("Each customer, line and note is saved, and the time of it is shown")
    func saves() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎#note⏎")
        let revisions = desk.effects.compactMap { if case .save(let draft) = $0 { draft.revision } else { nil } }
        #expect(revisions == [1, 2, 3])
        desk.receive(.saved(key: desk.screen.draft.key, revision: 3, at: OrderEntryDesk.epoch))
        #expect(desk.picture(80, 21).last?.hasSuffix("draft saved 14:00:00") == true)
    }

    @Test("A draft that can't be kept is said once, and the order goes on")
    func saveFails() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎")
        desk.receive(.saveFailed(.full(limit: 100)))
        #expect(desk.screen.notice?.text.english == "The draft is not kept: there are 100 drafts already.")
        desk.type("⏎⏎")
        #expect(desk.sent != nil)
    }

    @Test("The newest draft is offered, and Enter continues it where it was")
    func continues() {
        let draft = saved()
        var desk = offered([draft])
        #expect(
            desk.screen.offerText?.english
                == "Draft of 14:00 for Іваненко Олена, 2 lines: Enter continues, Del discards")
        #expect(desk.picture(80, 21)[1].hasPrefix(" Draft of 14:00"))
        desk.type("⏎")
        open(&desk, draft)
        #expect(desk.screen.draft == draft.draft)
        #expect(desk.screen.focus == .entry)
        #expect(desk.effects.contains { if case .read = $0 { true } else { false } })
        desk.type("C001⏎")
        #expect(desk.screen.draft.lines.count == 3)
        #expect(desk.screen.draft.key == draft.draft.key)
    }

    @Test("Keys typed while the draft is being opened belong to it")
    func typedWhileOpening() {
        let draft = saved()
        var desk = offered([draft])
        desk.type("⏎C001⏎")
        #expect(desk.screen.customer.isEmpty)
        open(&desk, draft)
        #expect(desk.screen.draft.lines.all.map(\.sku) == ["A100", "K250", "C001"])
    }

    @Test("Typing a customer instead leaves the draft where it is")
    func ignoresOffer() {
        var desk = offered([saved()])
        desk.type("петро⏎")
        #expect(desk.screen.draft.customer?.name == "Іванчук Петро")
        #expect(!desk.effects.contains { if case .open = $0 { true } else { false } })
    }

    @Test("Del asks whether the offered draft is to be discarded, and F7 brings it back under another key")
    func discards() {
        let draft = saved()
        var desk = offered([draft])
        desk.press("delete")
        #expect(desk.effects.last == .askDiscard(draft.draft))
        #expect(!desk.effects.contains(.discard(draft.draft.key)))
        desk.effects += desk.screen.discarded(draft.draft, draft.draft.key)
        #expect(desk.effects.contains(.discard(draft.draft.key)))
        #expect(desk.screen.offerText?.english == nil)
        desk.press("f7")
        #expect(desk.screen.draft.lines == draft.draft.lines)
        #expect(desk.screen.draft.key != draft.draft.key)
    }

    @Test("Down shows the next of several drafts")
    func severalDrafts() {
        let (first, second) = (saved(), saved())
        var desk = offered([first, second])
        desk.press("down enter")
        #expect(desk.effects.contains { if case .open(_, let key) = $0 { key == second.draft.key } else { false } })
    }

    @Test("A draft that another terminal has opened meanwhile is said to be there")
    func openedElsewhere() {
        var desk = offered([saved()])
        desk.type("⏎x")
        open(&desk, nil)
        #expect(desk.screen.notice?.text.english.hasPrefix("The draft is open in another terminal") == true)
        #expect(desk.screen.customer.isEmpty)
        #expect(desk.screen.offerText?.english == nil)
    }

    @Test("An order that was sent before a crash is asked about again with the same key and the same lines")
    func crashInFlight() throws {
        let draft = saved(inFlight: true)
        var desk = offered([saved(), draft])
        #expect(desk.screen.offerText?.english.hasPrefix("Sent, not answered: 14:00") == true)
        desk.press("delete")
        #expect(!desk.effects.contains(.discard(draft.draft.key)))
        desk.type("⏎⏎")
        open(&desk, draft)
        #expect(desk.screen.isOutcomeUnknown)
        #expect(desk.sent == nil)
        desk.type("A100⏎")
        let sent = try #require(desk.sent)
        #expect(sent.request.key == draft.draft.key)
        #expect(sent.request.lines.map(\.quantity) == [2, 1])
        desk.placeSent()
        #expect(desk.screen.draft.isEmpty)
    }

    @Test("A continued draft shows what has changed since: prices, stock, products that are gone")
    func readsAgain() {
        let draft = saved()
        var desk = offered([draft])
        desk.goods = [OrderEntryDesk.product(1, "A100", "Чай зелений 100 г", 125_00, 1)]
        desk.type("⏎")
        open(&desk, draft)
        let lines = desk.screen.draft.lines
        #expect(lines[0].newPrice == Money(minor: 125_00))
        #expect(lines[0].isShort)
        #expect(lines[1].isGone)
        #expect(desk.screen.notice?.text.english == "Prices have changed: F5 accepts the new ones.")
    }

    @Test("Leaving keeps the draft and lets it go, and an emptied one leaves nothing behind")
    func leaves() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎")
        let key = desk.screen.draft.key
        desk.press("f3")
        #expect(desk.effects.last == .leave)
        #expect(desk.effects.contains { if case .release(let draft) = $0 { draft.key == key } else { false } })
        var other = OrderEntryDesk()
        other.press("shift+tab")
        other.type("A100⏎")
        let emptied = other.screen.draft.key
        other.type("-⏎")
        #expect(other.effects.contains(.discard(emptied)))
        #expect(other.screen.draft.key != emptied)
        other.press("f7")
        #expect(other.screen.draft.lines.count == 1)
    }

    @Test("Two keys are never the same, and each has 128 bits")
    func keys() {
        let keys = (0..<1000).map { _ in OrderDraft().key.value }
        #expect(Set(keys).count == 1000)
        #expect(keys.allSatisfy { $0.utf8.count == 32 })
    }
}

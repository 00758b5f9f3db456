import Domain
import Services
import TerminalUI
import TestSupport
import Testing
import Wording

@testable import Screens

/// Several orders at once, from the keys to the files of the journal and the rows of the database.
@Suite(.databaseForEachTest) struct SeveralDraftsTests {
    /// Order entry with two drafts: Olena's with tea, and Petro's with coffee on the screen.
    private func twoDrafts(_ desk: ServiceDesk) async throws -> LiveStage {
        try await LiveStage.furnish(desk)
        var stage = await LiveStage(desk)
        await stage.enters("1олена⏎2*A100⏎")
        await stage.does("ctrl+n")
        await stage.enters("петро⏎K250⏎")
        return stage
    }

    private func codes(_ stage: LiveStage) -> [String] { entry(stage)?.draft.lines.all.map(\.sku) ?? [] }

    private func entry(_ stage: LiveStage) -> OrderEntryScreen? { (stage.model.top as? EntryScreen)?.entry }

    /// What the journal on the disk holds, as another program that starts now would find it.
    private func found(_ desk: ServiceDesk) async -> [OrderDraft] {
        await desk.journal.drafts(of: desk.principal.id).map(\.draft)
    }

    @Test("Another order is begun beside the first, and the keys go back and forth between the two")
    func switches() async throws {
        var stage = try await twoDrafts(Counter.desk())
        #expect(stage.path.last == "New order, draft 2 of 2")
        #expect(codes(stage) == ["K250"])
        await stage.does("alt+up")
        #expect(stage.path.last == "New order, draft 1 of 2")
        #expect(codes(stage) == ["A100"])
        #expect(stage.isShown("Іваненко Олена"))
        await stage.does("f11")
        #expect(codes(stage) == ["K250"])
        await stage.does("f11")
        #expect(codes(stage) == ["A100"])
        await stage.does("shift+f11")
        #expect(codes(stage) == ["K250"])
    }

    @Test("A draft that is left keeps its history, and what is typed half")
    func keepsEverything() async throws {
        var stage = try await twoDrafts(Counter.desk())
        await stage.enters("C0")
        await stage.does("alt+up alt+down")
        #expect(entry(stage)?.entry.text == "C0")
        await stage.enters("01⏎")
        #expect(codes(stage) == ["K250", "C001"])
        await stage.does("alt+up f7")
        #expect(codes(stage) == [])
        await stage.does("ctrl+r alt+down f7")
        #expect(codes(stage) == ["K250"])
        await stage.does("alt+up")
        #expect(codes(stage) == ["A100"])
    }

    @Test("An answer that comes after the switch goes to the draft that asked")
    func lateAnswers() async throws {
        var stage = try await twoDrafts(Counter.desk())
        stage.type("C001⏎")
        stage.press("alt+up")
        await stage.settle()
        #expect(codes(stage) == ["A100"])
        await stage.does("alt+down")
        #expect(codes(stage) == ["K250", "C001"])
    }

    @Test("Placing one offers the others, and each is placed once")
    func placesBoth() async throws {
        var stage = try await twoDrafts(Counter.desk())
        await stage.enters("⏎⏎")
        #expect(stage.isShown("Order 1 placed"))
        #expect(stage.isShown("for Іваненко Олена, 1 line: Enter continues, Del discards"))
        await stage.enters("⏎")
        #expect(codes(stage) == ["A100"])
        await stage.enters("⏎⏎")
        #expect(try await stage.orders().map { $0.lines.map(\.sku) } == [["K250"], ["A100"]])
        #expect(Set(stage.sent).count == 2)
        #expect(await found(stage.desk).isEmpty)
        #expect(stage.path.last == "New order")
    }

    @Test("A key that leads to another draft waits for the order that is on its way")
    func waitsForTheOrder() async throws {
        var stage = try await twoDrafts(Counter.desk())
        stage.press("f10 alt+up")
        stage.type("C001⏎")
        await stage.settle()
        #expect(codes(stage) == ["A100", "C001"])
        #expect(try await stage.orders().count == 1)
    }

    @Test("Discarding asks, Enter is no, and y takes the draft away until F7 brings it back")
    func discards() async throws {
        var stage = try await twoDrafts(Counter.desk())
        let key = try #require(entry(stage)).draft.key
        await stage.does("alt+x")
        #expect(stage.isShown("Discard the draft for Петренко Петро, 1 line?"))
        await stage.does("enter")
        #expect(codes(stage) == ["K250"])
        await stage.does("alt+x")
        await stage.does("y")
        #expect(codes(stage) == [])
        #expect(stage.isShown("The draft is discarded."))
        #expect(await stage.desk.journal.claim(key, owner: stage.desk.principal.id) == nil)
        await stage.does("f7")
        #expect(codes(stage) == ["K250"])
        #expect(stage.path.last == "New order, draft 2 of 2")
        #expect(entry(stage)?.draft.key != key)
    }

    @Test("The list shows every draft, Enter continues one, Del asks and discards")
    func lists() async throws {
        var stage = try await twoDrafts(Counter.desk())
        await stage.does("shift+f4")
        #expect(stage.path.last == "Drafts")
        let rows = stage.text.filter { $0.contains("open here") }
        try #require(rows.count == 2)
        #expect(rows[0].hasPrefix("     1  Іваненко Олена") && rows[0].contains("240.00"))
        #expect(rows[1].hasPrefix("▸*   2  Петренко Петро"))
        await stage.does("up enter")
        #expect(codes(stage) == ["A100"])
        await stage.does("alt+d n")
        #expect(codes(stage) == [] && stage.path.last == "New order")
        await stage.does("alt+d")
        await stage.does("down delete")
        #expect(stage.isShown("Discard the draft for Петренко Петро, 1 line?"))
        await stage.does("y")
        #expect(stage.path.last == "Drafts")
        #expect(!stage.isShown("Петренко Петро"))
        await stage.does("escape")
        #expect(stage.path.last == "New order")
        await stage.does("f11")
        #expect(codes(stage) == ["A100"])
    }

    @Test("A program that was killed leaves all of its drafts to the next one, with their lines")
    func killed() async throws {
        let first = try await Counter.desk()
        let directory = await first.journal.directory
        do {
            var stage = try await twoDrafts(
                ServiceDesk(
                    services: first.services, principal: first.principal, journal: DraftJournal(directory: directory)))
            await stage.enters("%5⏎")
            // The journal's locks end with it, as the kernel ends those of a killed program.
        }
        var next = await LiveStage(first)
        await next.enters("1")
        #expect(next.isShown("Draft of") && next.isShown("Петренко Петро, 1 line: Enter continues"))
        await next.enters("⏎")
        #expect(codes(next) == ["K250"])
        #expect(entry(next)?.draft.lines[0].discount == .percent(5))
        #expect(next.path.last == "New order, draft 1 of 2")
        await next.does("f11")
        #expect(codes(next) == ["A100"])
        #expect(entry(next)?.draft.lines[0].quantity == 2)
        #expect(next.path.last == "New order, draft 2 of 2")
    }

    @Test("Drafts that are open here are offered to no other terminal, and all of them once this one has left")
    func locks() async throws {
        let here = try await Counter.desk()
        var stage = try await twoDrafts(here)
        let there = ServiceDesk(
            services: here.services, principal: here.principal,
            journal: DraftJournal(directory: await here.journal.directory))
        #expect(await found(there).isEmpty)
        var other = await LiveStage(there)
        await other.enters("1")
        #expect(!other.isShown("Draft of"))
        await stage.does("f3")
        #expect(await found(there).count == 2)
        await other.does("f3")
        await other.enters("1")
        await other.enters("⏎")
        #expect(codes(other) == ["K250"])
        await stage.enters("1")
        await stage.does("shift+f4")
        #expect(stage.isShown("Іваненко Олена") && !stage.isShown("Петренко Петро"))
    }

    @Test("An operator has at most twenty drafts, each in the journal, and the next is refused with the reason")
    func limit() async throws {
        let desk = try await Counter.desk()
        try await LiveStage.furnish(desk)
        var stage = await LiveStage(desk)
        await stage.enters("1олена⏎A100⏎")
        for number in 2...EntryTray.limit {
            await stage.does("ctrl+n")
            await stage.enters("олена⏎\(number)*A100⏎")
        }
        #expect(stage.path.last == "New order, draft 20 of 20")
        await stage.does("ctrl+n")
        #expect(stage.isShown("There are 20 drafts already: place or discard one first."))
        #expect(stage.path.last == "New order, draft 20 of 20")
        await stage.does("f11")
        #expect(stage.path.last == "New order, draft 1 of 20")
        await stage.does("f3")
        let kept = await found(desk)
        #expect(Set(kept.map { $0.lines.pieces }) == Set(1...20))
    }

    @Test("What a draft can't do says why")
    func refusals() async throws {
        let desk = try await Counter.desk()
        try await LiveStage.furnish(desk)
        var stage = await LiveStage(desk)
        await stage.enters("1")
        for (key, reason) in [
            ("ctrl+n", "This order is empty still."), ("f11", "There is no other draft."),
            ("shift+f4", "There is no other draft."), ("alt+x", "There is nothing to discard."),
        ] {
            await stage.does(key)
            #expect(stage.isShown(reason), "\(key)")
        }
    }
}

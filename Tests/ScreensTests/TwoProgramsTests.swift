import Domain
import Screens
import Services
import TerminalUI
import TestSupport
import Testing

/// Two programs on one PostgreSQL, at work on the same record.
@Suite(.database) struct TwoProgramsTests {
    @Test("Whoever saves second sees what the first has made of it, decides, and saves over the new version")
    func conflict() async throws {
        let desk = try await Counter.desk()
        _ = try await desk.services.users.create(
            NewUser(name: "Ada Lovelace", phone: "+44 20 7946 0001"), as: desk.principal)
        let (first, second) = (Seat(desk), Seat(desk))
        for seat in [first, second] {
            try await seat.shows("New order")
            await seat.terminal.press("3 /")
            await seat.terminal.type("ada")
            await seat.terminal.press("enter")
            try await seat.shows("Ada Lovelace")
            await seat.terminal.press("e")
            try await seat.shows("Edit Ada Lovelace")
        }
        await first.terminal.press("ctrl+u")
        await first.terminal.type("Augusta Ada King")
        await first.terminal.press("tab ctrl+u")
        await first.terminal.type("+44 1 234")
        await first.terminal.press("f10")
        try await first.shows("Augusta Ada King is saved")

        await second.terminal.press("ctrl+u")
        await second.terminal.type("Countess Lovelace")
        await second.terminal.press("tab tab tab")
        await second.terminal.type("prefers letters")
        await second.terminal.press("f10")
        try await second.shows("Changed by somebody else: Name, Phone")
        try await second.shows("Augusta Ada King")
        try await second.shows("prefers letters")
        await second.terminal.press("f10")
        try await second.shows("Name: theirs is")
        await second.terminal.press("f8 f10")
        try await second.shows("Countess Lovelace is saved")

        let request = UserListRequest(
            filter: UserFilter(text: "lovelace"), sort: .name, isDescending: false)
        let saved = try #require(try await desk.services.users.list(request, as: desk.principal).items.first)
        #expect(saved.name == "Countess Lovelace")
        #expect((saved.phone, saved.note, saved.version) == ("+44 1 234", "prefers letters", 3))
        for seat in [first, second] { await seat.leave() }
    }
}

/// A program with somebody in front of it.
private struct Seat {
    let terminal = ScriptedTerminal(staysOpen: true)
    private let run: Task<Void, Never>

    init(_ desk: ServiceDesk) {
        let box = ServiceBox()
        box.provide(desk)
        let runner = EffectRunner(box: box, terminal: terminal, tools: Counter.tools)
        let options = AppOptions(size: Size(width: 80, height: 24))
        let program = Program(model: AppModel(options), terminal: terminal) { await runner.perform($0, $1) }
        program.sink.send(.databaseState(.ready("test")))
        run = Task { _ = await program.run() }
    }

    func leave() async {
        await terminal.end()
        _ = await run.value
    }

    /// Waits until `part` is on the screen.
    func shows(_ part: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let isShown = await terminal.waitForFrame { $0.text.contains { $0.contains(part) } }
        if !isShown {
            Issue.record("\(part)\n\(await terminal.text.joined(separator: "\n"))", sourceLocation: sourceLocation)
        }
        try #require(isShown)
    }
}

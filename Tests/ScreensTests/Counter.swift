import Domain
import Logging
import Services
import TerminalUI
import TestSupport

@testable import Screens

/// What the tests of effects have in common.
enum Counter {
    static func desk() async throws -> ServiceDesk {
        let services = ServiceCatalog(pool: try TestDatabase.current.pool, logger: Logger(label: "screens"))
        let principal = try await services.staff.localOperator(account: "olena", source: .terminal)
        let directory = "/tmp/oblik-screens-\(UInt64.random(in: 0...UInt64.max))"
        return ServiceDesk(services: services, principal: principal, journal: DraftJournal(directory: directory))
    }

    struct NoSuchTheme: Error {}

    static let tools = EffectTools(
        loadTheme: { name in
            guard name == "plain" else { throw NoSuchTheme() }
            return .plain
        }, seedDemo: { _ in "made" }, redraw: {})

    static func runner(_ box: ServiceBox) -> EffectRunner {
        EffectRunner(box: box, terminal: ScriptedTerminal(), tools: tools)
    }

    static func ticket(_ generation: Int) -> Ticket {
        Ticket(place: Ticket.Place(screen: 1, slot: .rows), generation: generation)
    }

    /// What the services answer to one query.
    static func reply(to query: Query, _ box: ServiceBox) async -> Result<Reply, ServiceError>? {
        let inbox = Inbox()
        await runner(box).perform(.ask(query, ticket(1)), inbox.sink)
        return inbox.messages.lazy.compactMap { if case .reply(_, let result) = $0 { result } else { nil } }.first
    }
}

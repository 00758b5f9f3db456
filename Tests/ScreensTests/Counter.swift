import Domain
import Glibc
import Logging
import Services
import Synchronization
import TerminalUI
import TestSupport
import Wording

@testable import Screens

/// What the tests of effects have in common.
enum Counter {
    static func desk() async throws -> ServiceDesk {
        let services = ServiceCatalog(pool: try TestDatabase.current.pool, logger: Logger(label: "screens"))
        let principal = try await services.staff.localOperator(account: "olena", source: .terminal)
        let journal = DraftJournal(directory: draftsDirectory())
        return ServiceDesk(services: services, principal: principal, journal: journal)
    }

    /// A directory for drafts, removed when the tests are over: the journal may keep a draft until then.
    private static func draftsDirectory() -> String {
        let path = "/tmp/oblik-screens-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let count = directories.withLock { directories in
            directories.append(path)
            return directories.count
        }
        if count == 1 { atexit { Counter.removeDirectories() } }
        return path
    }

    private static let directories = Mutex<[String]>([])

    private static func removeDirectories() {
        for path in directories.withLock({ $0 }) {
            for name in PrivateFile.names(in: path, limit: 10_000) { unlink("\(path)/\(name)") }
            rmdir(path)
        }
    }

    static let tools = EffectTools(
        loadTheme: { name throws(ThemeError) in
            let text = name == "plain" ? "name = \"plain\"" : ""
            return try ThemeFile.parse(text, file: "themes/\(name).toml")
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

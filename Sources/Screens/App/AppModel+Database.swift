import Services
import Wording

/// How the program lives with a database that starts, goes away and comes back.
extension AppModel {
    mutating func learn(_ state: DatabaseState) -> [Effect] {
        switch state {
        case .starting: status.database = state
        case .ready:
            let wasLost = status.isLost
            status.database = state
            probes = 0
            if wasLost { return reconnected() }
        case .lost(let text): return lose(text)
        }
        return []
    }

    mutating func servicesAreReady() -> [Effect] {
        if case .ready = status.database { return [] }
        status.database = .ready(status.databaseName ?? "database")
        return []
    }

    /// Draws conclusions from a reply: an answer of any kind shows that the database is there.
    mutating func noteReach(_ result: Result<Reply, ServiceError>) -> [Effect] {
        switch result {
        case .failure(.unavailable): return lose("The database does not answer.")
        case .failure: return []
        case .success: return status.isLost ? probed(true) : []
        }
    }

    private mutating func lose(_ text: Phrase) -> [Effect] {
        let wasLost = status.isLost
        if case .ready(let name) = status.database { status.databaseName = name }
        status.database = .lost(text)
        if wasLost { return [] }
        probes = 0
        return [.ring, .probe(after: Self.pause(beforeProbe: 0))]
    }

    mutating func probed(_ isBack: Bool) -> [Effect] {
        guard status.isLost else { return [] }
        guard isBack else {
            probes += 1
            return [.probe(after: Self.pause(beforeProbe: probes))]
        }
        status.database = .ready(status.databaseName ?? "database")
        probes = 0
        return [] + say(.done("The database is back.")) + reconnected()
    }

    private mutating func reconnected() -> [Effect] {
        let id = topID
        return apply(top.databaseReturned(), from: id)
    }

    /// One second at first, doubled up to fifteen.
    static func pause(beforeProbe number: Int) -> Duration { .seconds(min(15, 1 << min(number, 4))) }
}

import Domain
import Services

/// Rows that others change: patched where they stand; nothing moves under the cursor.
extension ListPane {
    /// Rows read anew at a time.
    private static var patchSize: Int { 200 }
    /// New rows that are counted at most.
    private static var maximumUnseen: Int { 10_000 }

    /// Notes what has changed: loaded rows are read anew, new ones are counted until somebody asks for them.
    mutating func learn(_ changes: Changes) -> [Step] {
        guard let entity = rows.entity else { return [] }
        if changes.isEverything {
            // A window that was never loaded is being read just now.
            guard load == nil, !window.rows.isEmpty else { return [] }
            return refresh()
        }
        let loaded = Set(window.rows.map(rows.id))
        for id in changes.created[entity] ?? [] where !loaded.contains(id) && unseen.count < Self.maximumUnseen {
            unseen.insert(id)
        }
        outdated.formUnion(loaded.intersection(changes.changed[entity] ?? []))
        return patch()
    }

    /// Asks for changed rows, one question at a time.
    private mutating func patch() -> [Step] {
        guard !isPatching, !outdated.isEmpty, let entity = rows.entity else { return [] }
        let ids = outdated.sorted().prefix(Self.patchSize)
        outdated.subtract(ids)
        isPatching = true
        return [.ask(.records(entity, Array(ids)), .patch)]
    }

    /// Puts rows that were read anew where their former versions stand.
    mutating func receivePatch(_ reply: Result<Reply, ServiceError>) -> [Step] {
        isPatching = false
        // A failure leaves the rows as they are; the next change, or F5, reads them again.
        guard case .success(.records(let records)) = reply else { return [] }
        for record in records {
            guard let item = rows.item(record),
                let index = window.rows.firstIndex(where: { rows.id($0) == rows.id(item) })
            else { continue }
            window.update(item, at: index)
        }
        refreshMarks()
        return patch()
    }

    /// Forgets new rows that have come into sight.
    mutating func seeWindow() {
        guard !unseen.isEmpty else { return }
        if window.previous == nil && window.next == nil { unseen = [] }
        unseen.subtract(window.rows.map(rows.id))
    }
}

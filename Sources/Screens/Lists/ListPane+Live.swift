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
            // What is on its way may have been read before the change: it is shown, and read once more.
            switch load {
            case .replace?, .sought?:
                readsAgain = true
                return []
            case .after?, .before?, nil: return refresh()
            }
        }
        let loaded = Set(window.rows.map(rows.id))
        if changes.created[entity]?.isEmpty == false { counted = nil }
        for id in changes.created[entity] ?? [] where !loaded.contains(id) && unseen.count < Self.maximumUnseen {
            unseen.insert(id)
        }
        outdated.formUnion(loaded.intersection(changes.changed[entity] ?? []))
        return patch()
    }

    /// Asks for changed rows, one question at a time.
    private mutating func patch() -> [Step] {
        guard patching.isEmpty, !outdated.isEmpty, let entity = rows.entity else { return [] }
        let ids = outdated.sorted().prefix(Self.patchSize)
        outdated.subtract(ids)
        patching = Array(ids)
        return [.ask(.records(entity, patching), .patch)]
    }

    /// Puts rows that were read anew where their former versions stand.
    mutating func receivePatch(_ reply: Result<Reply, ServiceError>) -> [Step] {
        // A failure leaves the rows as they are, to be read again with the next change, or by F5.
        guard case .success(.records(let records)) = reply else {
            givePatchUp()
            return []
        }
        patching = []
        for record in records {
            guard let item = rows.item(record),
                let index = window.rows.firstIndex(where: { rows.id($0) == rows.id(item) })
            else { continue }
            update(item, at: index)
        }
        refreshMarks()
        return patch()
    }

    /// Puts a changed row where it stands; one that the filter has no more is shown so.
    mutating func update(_ item: Rows.Item, at index: Int) {
        window.update(item, at: index)
        if rows.mayBelong(item, filter) {
            strangers.remove(rows.id(item))
        } else {
            strangers.insert(rows.id(item))
        }
    }

    /// No answer will come: the rows are still to be read.
    mutating func givePatchUp() {
        outdated.formUnion(patching)
        patching = []
    }

    /// Forgets new rows that have come into sight.
    mutating func seeWindow() {
        guard !unseen.isEmpty else { return }
        if window.previous == nil && window.next == nil { unseen = [] }
        unseen.subtract(window.rows.map(rows.id))
    }
}

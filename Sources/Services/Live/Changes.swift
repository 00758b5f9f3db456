/// Rows that were changed or added by anybody: a terminal, a program over HTTP, somebody with psql.
package struct Changes: Hashable, Sendable {
    package enum Entity: String, CaseIterable, Sendable {
        case user, product, order
    }

    /// Ids that are told one by one; beyond, everything may have changed.
    package static let maximumIDs = 500

    package private(set) var changed: [Entity: Set<Int64>] = [:]
    /// New rows; they are not among ``changed``.
    package private(set) var created: [Entity: Set<Int64>] = [:]
    /// Whether any row may have changed: after a lost connection, a bulk load, or too many ids.
    package private(set) var isEverything = false

    package init() {}

    /// Any row may have changed.
    package static var everything: Changes {
        var changes = Changes()
        changes.isEverything = true
        return changes
    }

    package var isEmpty: Bool { !isEverything && changed.isEmpty && created.isEmpty }

    /// Takes in an announcement of the channel, such as `product 12 13` or `order+ 17`.
    ///
    /// One that can't be read, of another version perhaps, may mean any row.
    package mutating func add(announcement: String) {
        guard !isEverything else { return }
        let parts = announcement.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
        let isNew = parts.first?.last == "+"
        let ids = parts.dropFirst().compactMap { Int64($0) }
        guard let name = parts.first, !ids.isEmpty, ids.count == parts.count - 1,
            let entity = Entity(rawValue: String(isNew ? name.dropLast() : name))
        else {
            self = .everything
            return
        }
        for id in ids { add(entity, id, isNew: isNew) }
    }

    /// Takes in one row.
    package mutating func add(_ entity: Entity, _ id: Int64, isNew: Bool = false) {
        guard !isEverything else { return }
        if isNew { created[entity, default: []].insert(id) } else { changed[entity, default: []].insert(id) }
        let count = changed.values.reduce(0) { $0 + $1.count } + created.values.reduce(0) { $0 + $1.count }
        if count > Self.maximumIDs { self = .everything }
    }

    /// Whether this row has changed, as far as is known.
    package func concern(_ entity: Entity, _ id: Int64) -> Bool {
        isEverything || changed[entity]?.contains(id) == true
    }
}

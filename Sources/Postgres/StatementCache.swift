/// The statements prepared on one connection, by their text; the least recently used one makes room.
struct StatementCache {
    private struct Entry {
        let name: String
        var lastUse: UInt64
        var columns: ResultStorage.Columns?
    }

    private let limit: Int
    private var entries: [String: Entry] = [:]
    /// Names that the server still knows and nobody uses any more.
    private var retired: [String] = []
    private var uses: UInt64 = 0
    private var names: UInt64 = 0

    init(limit: Int) { self.limit = limit }

    /// The name under which `text` is prepared.
    mutating func name(of text: String) -> String? {
        uses += 1
        guard let index = entries.index(forKey: text) else { return nil }
        entries.values[index].lastUse = uses
        return entries.values[index].name
    }

    /// A name for a statement to be prepared; `nil` if it should go unprepared, because nothing is to be prepared, or
    /// because more names than the limit wait for a moment in which they can be released.
    mutating func newName() -> String? {
        guard limit > 0, retired.count < limit else { return nil }
        names += 1
        return "s\(names)"
    }

    /// Remembers that the server has prepared `text`.
    mutating func add(_ text: String, name: String) {
        if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries.removeValue(forKey: oldest.key)
            retired.append(oldest.value.name)
        }
        entries[text] = Entry(name: name, lastUse: uses, columns: nil)
    }

    /// Forgets `text`, whose plan the server no longer has or no longer accepts.
    mutating func remove(_ text: String) {
        if let entry = entries.removeValue(forKey: text) { retired.append(entry.name) }
    }

    /// The names to release, which are then the caller's business.
    mutating func takeRetired() -> [String] {
        defer { retired.removeAll() }
        return retired
    }

    /// The columns of the results of `text`, once they are known.
    func columns(of text: String) -> ResultStorage.Columns? { entries[text]?.columns }

    mutating func remember(_ columns: ResultStorage.Columns, of text: String) {
        guard let index = entries.index(forKey: text), entries.values[index].columns == nil else { return }
        entries.values[index].columns = columns
    }

    /// How many statements are prepared.
    var count: Int { entries.count }
}

/// The list below a field: what may stand in it, narrowed by what is typed, one of it selected.
struct FieldLookup: Hashable, Sendable {
    /// As many as are shown, and asked for.
    static let limit = 8

    private(set) var items: [FieldSuggestion] = []
    private(set) var selected = 0
    /// The letters that narrow the list of a field that takes no text.
    var typed = ""
    /// Whether the answer to what was typed is still on its way.
    var isWaiting = false

    var choice: FieldSuggestion? { items.indices.contains(selected) ? items[selected] : nil }

    /// Takes in what there is to choose from, each value once.
    mutating func answer(_ items: [FieldSuggestion]) {
        var seen: Set<String> = []
        self.items = Array(items.filter { seen.insert($0.value).inserted }.prefix(Self.limit))
        (selected, isWaiting) = (0, false)
    }

    /// Moves the selection; it stops at both ends.
    mutating func move(_ step: Int) { selected = min(max(selected + step, 0), max(items.count - 1, 0)) }
}

/// What a message offers instead of a name that is not known.
enum Suggestion {
    /// Names that differ from the given one by little, or nil where there is none.
    static func names(like name: String, among names: [String]) -> String? {
        // The work grows with the product of all lengths: beyond this a suggestion is not worth it.
        guard name.utf8.count <= 64, names.count <= 1_000 else { return nil }
        let limit = max(1, name.utf8.count * 2 / 5)
        let near = names.compactMap { other -> (String, Int)? in
            let distance = distance(name.lowercased(), other.lowercased(), limit)
            return distance <= limit ? (other, distance) : nil
        }
        return question(near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0))
    }

    /// The possible types of an abstract type that do have a field, or nil where there is none.
    static func types(with field: String, for id: TypeID, in schema: Schema) -> String? {
        guard schema[id].kind.isAbstract else { return nil }
        let objects = schema[id].possibleTypes.filter { schema[$0].fields[field] != nil }
        var interfaces: [TypeID] = []
        for object in objects {
            for interface in schema[object].interfaces
            where schema[interface].fields[field] != nil && !interfaces.contains(interface) {
                interfaces.append(interface)
            }
        }
        let names = (interfaces + objects).map { schema[$0].name }
        return question(names, "to use an inline fragment on ")
    }

    private static func question(_ names: [String], _ action: String = "") -> String? {
        let quoted = names.prefix(5).map { "\"\($0)\"" }
        guard let last = quoted.last else { return nil }
        let list: String
        switch quoted.count {
        case 1: list = last
        case 2: list = quoted[0] + " or " + last
        default: list = quoted.dropLast().joined(separator: ", ") + ", or " + last
        }
        return " Did you mean \(action)\(list)?"
    }

    /// The edits from one text to another, insertions, deletions, replacements and swaps; beyond the limit any number.
    private static func distance(_ first: String, _ second: String, _ limit: Int) -> Int {
        let (first, second) = (Array(first.utf8), Array(second.utf8))
        if abs(first.count - second.count) > limit { return limit + 1 }
        var before: [Int] = []
        var previous = Array(0...second.count)
        for (row, byte) in first.enumerated() {
            var current = [row + 1]
            for (column, other) in second.enumerated() {
                var cost = min(
                    previous[column + 1] + 1, current[column] + 1, previous[column] + (byte == other ? 0 : 1))
                if row > 0, column > 0, byte == second[column - 1], first[row - 1] == other {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            before = previous
            previous = current
        }
        return previous[second.count]
    }
}

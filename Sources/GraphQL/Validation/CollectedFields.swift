/// The fields and the fragment spreads of a selection set, inline fragments included.
final class CollectedFields {
    let id: Int
    private(set) var groups: [(key: String, fields: [CollectedField])] = []
    private var places: [String: Int] = [:]
    var spreads: [FragmentSpread] = []
    var spreadsByScope: [Int: [ScopedSpread]] = [:]

    init(id: Int) { self.id = id }

    func fields(_ key: String) -> [CollectedField]? { places[key].map { groups[$0].fields } }

    func add(_ field: CollectedField) {
        let key = field.field.responseKey
        if let place = places[key] {
            groups[place].fields.append(field)
        } else {
            places[key] = groups.count
            groups.append((key, [field]))
        }
    }
}

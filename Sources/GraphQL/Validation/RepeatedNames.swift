/// The groups of names that occur more than once, in the order of their first occurrence.
func repeated(_ names: [Name]) -> [[Name]] {
    guard Set(names.map(\.text)).count < names.count else { return [] }
    var order: [String] = []
    var groups: [String: [Name]] = [:]
    for name in names {
        if groups[name.text] == nil { order.append(name.text) }
        groups[name.text, default: []].append(name)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
}

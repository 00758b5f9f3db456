/// Elements in the order of their definition, found by name in constant time.
package struct NamedList<Element: Sendable>: Sendable {
    private(set) var elements: [Element] = []
    private var places: [String: Int] = [:]

    package init() {}
}

extension NamedList where Element: Named {
    /// A list; of two elements with one name the first is found.
    init(_ elements: [Element]) {
        for element in elements { append(element) }
    }

    mutating func append(_ element: Element) {
        if places[element.name] == nil { places[element.name] = elements.count }
        elements.append(element)
    }

    subscript(name: String) -> Element? { places[name].map { elements[$0] } }

    func index(of name: String) -> Int? { places[name] }

    var isEmpty: Bool { elements.isEmpty }
    var names: [String] { elements.map(\.name) }
}

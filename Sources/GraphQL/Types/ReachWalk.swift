/// Walks over type definitions and notes each when it is first met; it keeps its own stack.
struct ReachWalk {
    let definitions: [TypeDefinition]
    let places: [String: Int]
    private(set) var order: [Int] = []
    private var seen: Set<Int> = []

    init(definitions: [TypeDefinition], places: [String: Int]) {
        self.definitions = definitions
        self.places = places
    }

    /// Notes a type, and those it refers to that stand behind `end`: the others have their turn.
    mutating func visit(_ place: Int, before end: Int) {
        guard seen.insert(place).inserted else { return }
        order.append(place)
        for name in Self.names(in: definitions[place]) {
            if let target = places[name], target >= end { reach(name) }
        }
    }

    mutating func reach(_ name: String) {
        var stack = [name]
        while let next = stack.popLast() {
            guard let place = places[next], seen.insert(place).inserted else { continue }
            order.append(place)
            // Reversed, so that the first name is met first.
            stack += Self.names(in: definitions[place]).reversed()
        }
    }

    private static func names(in type: TypeDefinition) -> [String] {
        var names = (type.members + type.interfaces).map(\.text)
        for field in type.fields {
            names.append(field.type.name.text)
            names += field.arguments.map(\.type.name.text)
        }
        return names + type.inputFields.map(\.type.name.text)
    }
}

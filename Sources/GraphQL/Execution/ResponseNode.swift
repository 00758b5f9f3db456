import JSON

/// An object or a list of a response while it is being made.
///
/// Leaves stand in the slots themselves; only what can hold further values is a node.
final class ResponseNode {
    enum Slot {
        /// Not known yet.
        case empty
        case value(JSONValue)
        case node(ResponseNode)
        case failed(GraphQLError)
    }

    /// What the slots stand for.
    enum Content {
        /// One slot for each plan, in their order.
        case object([FieldPlan])
        /// Elements of this type.
        case list(element: TypeReference)
    }

    let content: Content
    let parent: ResponseNode?
    /// The slot of the parent.
    let place: Int
    /// Whether null may not stand in its place.
    let isNonNull: Bool
    var slots: [Slot]
    /// Whether it will be null because something below it failed.
    private(set) var isNulled = false

    init(_ content: Content, count: Int, in parent: ResponseNode?, at place: Int, isNonNull: Bool) {
        self.content = content
        self.parent = parent
        self.place = place
        self.isNonNull = isNonNull
        slots = Array(repeating: .empty, count: count)
    }

    /// Whether it, or anything above it, will be null.
    var isLost: Bool {
        var node: ResponseNode? = self
        while let current = node {
            if current.isNulled { return true }
            node = current.parent
        }
        return false
    }

    /// Notes a failure; where null may not stand, it climbs to where it may (section 6.4.4).
    func fail(_ place: Int, _ error: GraphQLError) {
        slots[place] = .failed(error)
        var node: ResponseNode? = self
        var isNonNull = isNonNull(place)
        while isNonNull, let current = node {
            current.isNulled = true
            isNonNull = current.isNonNull
            node = current.parent
        }
    }

    private func isNonNull(_ place: Int) -> Bool {
        switch content {
        case .object(let plans): plans[place].definition.type.isNonNull
        case .list(let element): element.isNonNull
        }
    }

    /// The way from the response's root to a slot.
    func path(to place: Int) -> [GraphQLError.PathElement] {
        var path: [GraphQLError.PathElement] = [element(place)]
        var node = self
        while let parent = node.parent {
            path.append(parent.element(node.place))
            node = parent
        }
        return path.reversed()
    }

    private func element(_ place: Int) -> GraphQLError.PathElement {
        switch content {
        case .object(let plans): .key(plans[place].responseKey)
        case .list: .index(place)
        }
    }

    /// The finished value, or nil where it is null because of a failure; the errors come in the response's order.
    func value(_ errors: inout [GraphQLError]) -> JSONValue? {
        var values: [JSONValue] = []
        values.reserveCapacity(slots.count)
        for (place, slot) in slots.enumerated() {
            switch slot {
            case .value(let value): values.append(value)
            case .empty: values.append(.null)
            case .failed(let error):
                errors.append(error)
                if isNonNull(place) { return nil }
                values.append(.null)
            case .node(let node):
                if let value = node.value(&errors) {
                    values.append(value)
                } else if node.isNonNull {
                    return nil
                } else {
                    values.append(.null)
                }
            }
        }
        switch content {
        case .list: return .array(values)
        case .object(let plans):
            let members = zip(plans, values).map { JSONObject.Member(name: $0.responseKey, value: $1) }
            return .object(JSONObject(distinct: members))
        }
    }
}

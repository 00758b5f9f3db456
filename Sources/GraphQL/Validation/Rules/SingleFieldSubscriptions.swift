/// A subscription selects exactly one field, always, and none of introspection (section 5.2.4.1).
final class SingleFieldSubscriptions: ValidationRule {
    override func enter(_ operation: Operation) {
        guard operation.kind == .subscription, let root = context.schema?.subscriptionType else {
            return
        }
        var collection = RootFields(context: context, root: root)
        guard collection.collect(operation.selectionSet) else { return }
        let name = operation.name.map { "Subscription \"\($0.text)\"" } ?? "Anonymous Subscription"
        guard collection.conditions.isEmpty else {
            report(
                "\(name) must not use `@skip` or `@include` directives in the top level selection.",
                at: collection.conditions)
            return
        }
        let groups = collection.keys.compactMap { collection.fields[$0] }
        if groups.isEmpty {
            report("\(name) must select one top level field.", at: operation.selectionSet.start)
        } else if groups.count > 1 {
            report("\(name) must select only one top level field.", at: groups.dropFirst().joined().map(\.start))
        }
        for group in groups where group[0].name.text.hasPrefix("__") {
            report("\(name) must not select an introspection top level field.", at: group.map(\.start))
        }
    }
}

/// The fields that an operation selects on its root, through fragments that apply to the root type.
private struct RootFields {
    let context: ValidationContext
    let root: TypeID
    private(set) var keys: [String] = []
    private(set) var fields: [String: [FieldNode]] = [:]
    /// Where `@skip` and `@include` stand.
    private(set) var conditions: [Int] = []
    private var seen: Set<String> = []

    init(context: ValidationContext, root: TypeID) {
        self.context = context
        self.root = root
    }

    /// - Returns: false where the validation was aborted.
    mutating func collect(_ set: SelectionSet) -> Bool {
        // A stack of what is still to be looked at, the next one last.
        var stack: [Selection] = set.selections.reversed()
        while let selection = stack.popLast() {
            guard context.spend(1 + selection.directives.count) else { return false }
            let conditions = selection.directives.filter {
                $0.name.text == "skip" || $0.name.text == "include"
            }
            self.conditions += conditions.map(\.start)
            switch selection {
            case .field(let field):
                if fields[field.responseKey] == nil { keys.append(field.responseKey) }
                fields[field.responseKey, default: []].append(field)
            case .inline(let fragment):
                guard applies(fragment.typeCondition) else { continue }
                stack += fragment.selectionSet.selections.reversed()
            case .spread(let spread):
                guard seen.insert(spread.name.text).inserted, let fragment = context.fragments[spread.name.text],
                    applies(fragment.typeCondition)
                else { continue }
                stack += fragment.selectionSet.selections.reversed()
            }
        }
        return true
    }

    private func applies(_ condition: Name?) -> Bool {
        guard let condition, let schema = context.schema else { return true }
        return schema.type(named: condition.text).map { schema.isPossible(root, in: $0) } ?? false
    }
}

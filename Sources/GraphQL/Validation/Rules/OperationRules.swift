/// Only operations and fragments can be executed (section 5.1.1).
final class ExecutableDefinitions: ValidationRule {
    override func enter(_ definition: Definition) {
        switch definition {
        case .operation, .fragment: break
        case .schema: report("The schema definition is not executable.", at: definition.start)
        case .type(let type):
            report("The \"\(type.name.text)\" definition is not executable.", at: definition.start)
        case .directive(let directive):
            report("The \"\(directive.name.text)\" definition is not executable.", at: definition.start)
        }
    }
}

/// The schema has a root type for the operation (section 5.2.1.1).
final class KnownOperationTypes: ValidationRule {
    override func enter(_ operation: Operation) {
        guard context.schema?.rootType(operation.kind) == nil else { return }
        report(
            "The \(operation.kind.rawValue) operation is not supported by the schema.",
            at: operation.start)
    }
}

/// No two operations have one name (section 5.2.2.1).
final class UniqueOperationNames: ValidationRule {
    private var names: [String: Int] = [:]

    override func enter(_ operation: Operation) {
        guard let name = operation.name else { return }
        if let first = names[name.text] {
            report("There can be only one operation named \"\(name.text)\".", at: [first, name.start])
        } else {
            names[name.text] = name.start
        }
    }
}

/// An operation without a name is alone in its document (section 5.2.3.1).
final class LoneAnonymousOperation: ValidationRule {
    private var count = 0

    override func enter(_ document: Document) { count = document.operations.count }

    override func enter(_ operation: Operation) {
        guard operation.name == nil, count > 1 else { return }
        report("This anonymous operation must be the only defined operation.", at: operation.start)
    }
}

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
            report(
                "\(name) must select only one top level field.",
                at: groups.dropFirst().joined().map(\.start))
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
                guard seen.insert(spread.name.text).inserted,
                    let fragment = context.fragments[spread.name.text],
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

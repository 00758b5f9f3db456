/// Collects the fields of selection sets, each once for each type they are selected on.
final class FieldCollector {
    private struct Key: Hashable {
        let parent: TypeID?
        let set: Int
    }

    private struct ScopeKey: Hashable {
        let spread: String
        let enclosing: Int
    }

    private let context: ValidationContext
    private var collected: [Key: CollectedFields] = [:]
    private var scopes: [ScopeKey: VariableScope] = [:]

    init(_ context: ValidationContext) { self.context = context }

    func collect(_ set: SelectionSet, _ parent: TypeID?) -> CollectedFields {
        let key = Key(parent: parent, set: set.start)
        if let known = collected[key] { return known }
        let result = CollectedFields(id: collected.count)
        add(set, parent, to: result)
        collected[key] = result
        return result
    }

    func collect(_ fragment: Fragment) -> CollectedFields {
        collect(fragment.selectionSet, context.schema?.type(named: fragment.typeCondition.text))
    }

    private func add(_ set: SelectionSet, _ parent: TypeID?, to result: CollectedFields) {
        for selection in set.selections {
            switch selection {
            case .field(let field):
                let definition = parent.flatMap { context.schema?[$0].fields[field.name.text] }
                result.add(CollectedField(parent: parent, field: field, definition: definition))
            case .spread(let spread): result.spreads.append(spread)
            case .inline(let fragment):
                let type = fragment.typeCondition.map { context.schema?.type(named: $0.text) } ?? parent
                add(fragment.selectionSet, type, to: result)
            }
        }
    }

    /// The spreads of a set, equal ones once.
    func spreads(of set: CollectedFields, _ scope: VariableScope?) -> [ScopedSpread] {
        if let known = set.spreadsByScope[scope?.id ?? -1] { return known }
        var result: [ScopedSpread] = []
        var places: [ScopeKey: Int] = [:]
        for spread in set.spreads {
            guard context.spend(1) else { return [] }
            let fragment = context.fragments[spread.name.text]
            let inner = fragment.flatMap { self.scope(of: spread, $0, within: scope) }
            let key = ScopeKey(spread: fragment == nil ? "" : spread.name.text, enclosing: inner?.id ?? -1)
            if let place = places[key] {
                // The first one's place, the last one's location.
                result[place].spread = spread
            } else {
                places[key] = result.count
                result.append(ScopedSpread(spread: spread, fragment: fragment, scope: inner))
            }
        }
        set.spreadsByScope[scope?.id ?? -1] = result
        return result
    }

    /// The scope that a spread opens: the same for equal arguments.
    private func scope(
        of spread: FragmentSpread, _ fragment: Fragment, within enclosing: VariableScope?
    ) -> VariableScope? {
        guard !fragment.variables.isEmpty else { return nil }
        let names = Set(fragment.variables.map(\.name.text))
        let arguments = spread.arguments.filter { names.contains($0.name.text) }
            .sorted { $0.name.text < $1.name.text }.map { ($0.name.text, ArgumentKey($0.value)) }
        // An argument that names a variable of the enclosing fragment means another value in every use of that.
        let isLocal = arguments.contains {
            $0.1.variables.contains { enclosing?.variables.contains($0) ?? false }
        }
        let text = arguments.map { "\($0.0):\($0.1.text)" }.joined(separator: ",")
        let key = ScopeKey(spread: "\(spread.name.text)(\(text))", enclosing: isLocal ? enclosing?.id ?? -1 : -1)
        if let known = scopes[key] { return known }
        let scope = VariableScope.of(fragment, id: scopes.count)
        scopes[key] = scope
        return scope
    }

    func haveSameArguments(
        _ first: CollectedField, _ scope1: VariableScope?, _ second: CollectedField, _ scope2: VariableScope?
    ) -> Bool {
        guard first.field.arguments.count == second.field.arguments.count else { return false }
        for argument in first.field.arguments {
            guard context.spend(1), let value = first.arguments[argument.name.text],
                let other = second.arguments[argument.name.text], value.text == other.text
            else { return false }
            // Equal names of variables are equal values only where they are variables of the operation.
            if scope1 === scope2 { continue }
            let isLocal = value.variables.contains {
                scope1?.variables.contains($0) ?? false || scope2?.variables.contains($0) ?? false
            }
            if isLocal { return false }
        }
        return true
    }

    /// Whether two fields of these types could never be one value.
    func conflict(_ first: TypeReference, _ second: TypeReference, _ schema: Schema) -> Bool {
        switch (first, second) {
        case (.list(let first), .list(let second)), (.nonNull(let first), .nonNull(let second)):
            conflict(first, second, schema)
        case (.named(let first), .named(let second)):
            first != second && (schema[first].kind.isLeaf || schema[second].kind.isLeaf)
        default: true
        }
    }
}

/// Which variables and which fragments each definition uses; found in one walk over the document.
final class VariableUsages {
    /// By the selection set of an operation or a fragment.
    private var usages: [Int: [VariableUsage]] = [:]
    private var spreads: [Int: [FragmentSpread]] = [:]

    init(document: Document, schema: Schema?) {
        let context = ValidationContext(document: document, schema: schema)
        let collector = UsageCollector(context)
        let walk = DocumentWalk(context: context, rules: [collector])
        walk.run()
        usages = collector.usages
        spreads = collector.spreads
    }

    func usages(of selectionSet: SelectionSet) -> [VariableUsage] { usages[selectionSet.start] ?? [] }

    func spreads(of selectionSet: SelectionSet) -> [FragmentSpread] {
        spreads[selectionSet.start] ?? []
    }
}

private final class UsageCollector: ValidationRule {
    private(set) var usages: [Int: [VariableUsage]] = [:]
    private(set) var spreads: [Int: [FragmentSpread]] = [:]
    private var key = -1
    private var fragmentVariables: [String: VariableDefinition] = [:]

    override func enter(_ operation: Operation) {
        key = operation.selectionSet.start
        fragmentVariables = [:]
    }

    override func enter(_ fragment: Fragment) {
        key = fragment.selectionSet.start
        fragmentVariables = Dictionary(
            fragment.variables.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    override func enter(_ spread: FragmentSpread) { spreads[key, default: []].append(spread) }

    override func enter(_ value: Literal, depth: Int) {
        guard case .variable(let name) = value.kind else { return }
        let types = context.types
        usages[key, default: []].append(
            VariableUsage(
                name: name, start: value.start, type: types.inputType, parentType: types.parentInputType,
                hasDefault: types.hasDefault, fragmentVariable: fragmentVariables[name]))
    }
}

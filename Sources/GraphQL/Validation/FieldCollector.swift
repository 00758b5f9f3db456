/// A field as one of the fields that a selection set collects.
final class CollectedField {
    let parent: TypeID?
    let field: FieldNode
    let definition: FieldType?
    /// Whether it is a name and nothing more, which needs no comparison with its like.
    let isPlain: Bool
    /// The arguments by name, in a form in which equal values are equal texts.
    lazy var arguments: [String: ArgumentKey] = Dictionary(
        field.arguments.map { ($0.name.text, ArgumentKey($0.value)) },
        uniquingKeysWith: { _, last in last })

    init(parent: TypeID?, field: FieldNode, definition: FieldType?) {
        self.parent = parent
        self.field = field
        self.definition = definition
        isPlain = field.arguments.isEmpty && field.selectionSet == nil
    }

    func isOfObject(_ schema: Schema) -> Bool { parent.map { schema[$0].kind == .object } ?? false }
}

/// An argument's value for comparisons.
struct ArgumentKey {
    let text: String
    let variables: [String]

    init(_ literal: Literal) {
        text = Printer.text(of: literal.sorted)
        variables = literal.variables
    }
}

/// The fields and the fragment spreads of a selection set, inline fragments included.
final class CollectedFields {
    let id: Int
    private(set) var groups: [(key: String, fields: [CollectedField])] = []
    private var places: [String: Int] = [:]
    fileprivate(set) var spreads: [FragmentSpread] = []
    fileprivate var spreadsByScope: [Int: [ScopedSpread]] = [:]

    init(id: Int) { self.id = id }

    func fields(_ key: String) -> [CollectedField]? { places[key].map { groups[$0].fields } }

    fileprivate func add(_ field: CollectedField) {
        let key = field.field.responseKey
        if let place = places[key] {
            groups[place].fields.append(field)
        } else {
            places[key] = groups.count
            groups.append((key, [field]))
        }
    }
}

/// The variables of a fragment as one use of it gives them values.
final class VariableScope {
    let id: Int
    let variables: Set<String>

    private init(id: Int, variables: Set<String>) {
        self.id = id
        self.variables = variables
    }

    /// The scope of a fragment that has variables.
    static func of(_ fragment: Fragment, id: Int? = nil) -> VariableScope? {
        if fragment.variables.isEmpty { return nil }
        // A definition's own scope is told from those of its uses by a negative number.
        return VariableScope(
            id: id ?? -2 - fragment.start, variables: Set(fragment.variables.map(\.name.text)))
    }
}

/// A spread with the fragment it names and the scope it opens.
final class ScopedSpread {
    fileprivate(set) var spread: FragmentSpread
    let fragment: Fragment?
    let scope: VariableScope?

    init(spread: FragmentSpread, fragment: Fragment?, scope: VariableScope?) {
        self.spread = spread
        self.fragment = fragment
        self.scope = scope
    }
}

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
            let key = ScopeKey(
                spread: fragment == nil ? "" : spread.name.text, enclosing: inner?.id ?? -1)
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
        let key = ScopeKey(
            spread: "\(spread.name.text)(\(text))", enclosing: isLocal ? enclosing?.id ?? -1 : -1)
        if let known = scopes[key] { return known }
        let scope = VariableScope.of(fragment, id: scopes.count)
        scopes[key] = scope
        return scope
    }

    func haveSameArguments(
        _ first: CollectedField, _ scope1: VariableScope?, _ second: CollectedField,
        _ scope2: VariableScope?
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

extension Literal {
    /// The literal with the fields of its objects in the order of their names.
    fileprivate var sorted: Literal {
        switch kind {
        case .list(let elements): Literal(kind: .list(elements.map(\.sorted)), start: start)
        case .object(let fields):
            Literal(
                kind: .object(
                    fields.map { ObjectField(name: $0.name, value: $0.value.sorted) }
                        .sorted { $0.name.text < $1.name.text }),
                start: start)
        default: self
        }
    }
}

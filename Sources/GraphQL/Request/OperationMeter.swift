import JSON

/// Measures an operation in one walk; each fragment is measured once, however often it is spread.
///
/// It recurses through fragments and relies on a validation that has bounded their nesting and found no cycle.
struct OperationMeter {
    let schema: Schema
    let fragments: [String: Fragment]
    let variables: JSONObject
    let defaults: [String: Literal]
    let assumedListLength: Int
    private var known: [FragmentKey: OperationMeasure] = [:]

    private struct FragmentKey: Hashable {
        let name: String
        let isPage: Bool
    }

    init(schema: Schema, document: Document, operation: Operation, variables: JSONObject, assumedListLength: Int) {
        self.schema = schema
        self.variables = variables
        self.assumedListLength = assumedListLength
        fragments = Dictionary(document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { _, last in last })
        defaults = Dictionary(
            operation.variables.compactMap { variable in variable.defaultValue.map { (variable.name.text, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func measure(_ operation: Operation) -> OperationMeasure {
        var total = measure(operation.selectionSet, on: schema.rootType(operation.kind), isPage: false)
        total.rootFields = rootFields(operation.selectionSet)
        return total
    }

    /// `isPage` says that the lists here are those of a page whose size a field above has given.
    private mutating func measure(_ set: SelectionSet, on type: TypeID?, isPage: Bool) -> OperationMeasure {
        var total = OperationMeasure()
        for selection in set.selections {
            let part: OperationMeasure
            switch selection {
            case .field(let field): part = measure(field, on: type, isPage: isPage)
            case .inline(let fragment):
                let inner = fragment.typeCondition.map { schema.type(named: $0.text) } ?? type
                part = measure(fragment.selectionSet, on: inner, isPage: isPage)
            case .spread(let spread): part = measure(spread, isPage: isPage)
            }
            total.depth = max(total.depth, part.depth)
            total.aliases = total.aliases.addingSaturated(part.aliases)
            total.cost = total.cost.addingSaturated(part.cost)
        }
        return total
    }

    private mutating func measure(_ spread: FragmentSpread, isPage: Bool) -> OperationMeasure {
        let key = FragmentKey(name: spread.name.text, isPage: isPage)
        if let measure = known[key] { return measure }
        guard let fragment = fragments[spread.name.text] else { return OperationMeasure() }
        let result = measure(fragment.selectionSet, on: schema.type(named: fragment.typeCondition.text), isPage: isPage)
        known[key] = result
        return result
    }

    private mutating func measure(_ field: FieldNode, on type: TypeID?, isPage: Bool) -> OperationMeasure {
        let definition = type.flatMap { schema.field(field.name.text, of: $0) }
        let size = definition.flatMap { pageSize(of: field, $0) }
        let isList = definition?.type.element != nil
        let factor = size ?? (isList && !isPage ? assumedListLength : 1)
        var total = OperationMeasure()
        if let set = field.selectionSet {
            let isInner = size != nil ? !isList : isPage && !isList
            total = measure(set, on: definition?.type.named, isPage: isInner)
        }
        total.depth += 1
        if field.alias != nil { total.aliases = total.aliases.addingSaturated(1) }
        total.cost = total.cost.addingSaturated(1).multipliedSaturated(by: factor)
        // The schema is as large as it is, and how deep it may be asked for is a rule of the validation: the lengths
        // that are assumed for its lists say nothing.
        if field.name.text == "__schema" || field.name.text == "__type" { total.cost = min(total.cost, 1000) }
        return total
    }

    /// What the field's `first` or `last` says, or their default; nil where it has neither.
    private func pageSize(of field: FieldNode, _ definition: FieldType) -> Int? {
        let names = ["first", "last"].filter { definition.arguments[$0] != nil }
        guard !names.isEmpty else { return nil }
        let sizes = names.compactMap { name -> Int? in
            let literal = field.arguments.first { $0.name.text == name }?.value
            return literal.flatMap(number) ?? definition.arguments[name]?.defaultLiteral.flatMap(number)
        }
        return max(0, sizes.max() ?? assumedListLength)
    }

    private func number(_ literal: Literal) -> Int? {
        switch literal.kind {
        case .int(let digits): return Int(digits)
        case .variable(let name):
            if let value = variables[name] { return value.intValue.map { Int($0) } }
            if case .int(let digits) = defaults[name]?.kind { return Int(digits) }
            return nil
        default: return nil
        }
    }

    /// The fields on the root, each spread counted as often as it stands there.
    private func rootFields(_ set: SelectionSet) -> Int {
        var counts: [String: Int] = [:]
        return rootFields(set, &counts)
    }

    private func rootFields(_ set: SelectionSet, _ counts: inout [String: Int]) -> Int {
        var count = 0
        for selection in set.selections {
            switch selection {
            case .field: count = count.addingSaturated(1)
            case .inline(let fragment): count = count.addingSaturated(rootFields(fragment.selectionSet, &counts))
            case .spread(let spread):
                let name = spread.name.text
                if counts[name] == nil {
                    counts[name] = fragments[name].map { rootFields($0.selectionSet, &counts) } ?? 0
                }
                count = count.addingSaturated(counts[name] ?? 0)
            }
        }
        return count
    }
}

extension Int {
    fileprivate func addingSaturated(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    fileprivate func multipliedSaturated(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}

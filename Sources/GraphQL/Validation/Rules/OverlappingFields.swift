/// Fields that come together under one key of the response are the same field (section 5.3.2).
///
/// Every selection set is compared within itself once; sets that meet are compared with each other: the fields of one
/// with those of the other, and with those of every fragment that either spreads. Each pair is compared once, however
/// often it meets, and all comparisons of a document draw on one budget, so that no document can make this expensive.
final class OverlappingFields: ValidationRule {
    let collector: FieldCollector
    /// Pairs of a set and a fragment that were compared, and whether as mutually exclusive ones only.
    private var comparedSets: [PairKey: Bool] = [:]
    private var comparedFragments: [PairKey: Bool] = [:]
    private var fragmentScope: VariableScope?
    private var depth = 0

    /// How deep the comparison may recurse; sound documents stay below by the limit on nesting.
    private static let maximumDepth = 1_000

    /// Two things, and the scopes they are seen in.
    struct PairKey: Hashable {
        let scope1: Int
        let scope2: Int
        let first: Int
        let second: Int
    }

    struct Conflict {
        let key: String
        let reason: String
        let fields1: [FieldNode]
        let fields2: [FieldNode]
    }

    required init(_ context: ValidationContext) {
        collector = FieldCollector(context)
        super.init(context)
    }

    override func enter(_ operation: Operation) { fragmentScope = nil }

    override func enter(_ fragment: Fragment) { fragmentScope = VariableScope.of(fragment) }

    override func enter(_ selectionSet: SelectionSet, isInline: Bool) {
        // What is in an inline fragment belongs to the set around it.
        guard !isInline else { return }
        let selections = selectionSet.selections
        if selections.count <= 1 {
            guard case .inline = selections.first else { return }
        }
        let parent = context.types.parentType
        for conflict in conflicts(within: collector.collect(selectionSet, parent), fragmentScope) {
            report(
                "Fields \"\(conflict.key)\" conflict because \(conflict.reason). "
                    + "Use different aliases on the fields to fetch both if this was intentional.",
                at: (conflict.fields1 + conflict.fields2).map(\.start))
        }
    }

    private func conflicts(within set: CollectedFields, _ scope: VariableScope?) -> [Conflict] {
        var conflicts: [Conflict] = []
        for (key, fields) in set.groups where fields.count > 1 {
            for (place, field) in fields.enumerated() {
                for other in fields[(place + 1)...] {
                    guard !context.isAborted else { return [] }
                    if let conflict = conflict(false, key, field, scope, other, scope) {
                        conflicts.append(conflict)
                    }
                }
            }
        }
        guard !set.groups.isEmpty || set.spreads.count > 1 else { return conflicts }
        let spreads = collector.spreads(of: set, scope)
        for (place, spread) in spreads.enumerated() {
            compare(set, scope, with: spread, false, &conflicts)
            for other in spreads[(place + 1)...] {
                guard !context.isAborted else { return [] }
                compare(spread, with: other, false, &conflicts)
            }
        }
        return conflicts
    }

    /// The fields of a set with those of a fragment, and of the fragments within that.
    private func compare(
        _ set: CollectedFields, _ scope: VariableScope?, with spread: ScopedSpread, _ isExclusive: Bool,
        _ conflicts: inout [Conflict]
    ) {
        guard context.spend(1), !set.groups.isEmpty, let fragment = spread.fragment else { return }
        let key = PairKey(
            scope1: scope?.id ?? -1, scope2: spread.scope?.id ?? -1, first: set.id, second: fragment.start)
        // What was compared as not exclusive need not be compared as exclusive.
        if let known = comparedSets[key], isExclusive || !known { return }
        comparedSets[key] = isExclusive
        let other = collector.collect(fragment)
        if set === other && scope === spread.scope { return }
        guard descend() else { return }
        defer { depth -= 1 }
        compare(set, scope, with: other, spread.scope, isExclusive, &conflicts)
        for inner in collector.spreads(of: other, spread.scope) {
            compare(set, scope, with: inner, isExclusive, &conflicts)
        }
    }

    /// The fields of two fragments, and of the fragments within them.
    private func compare(
        _ first: ScopedSpread, with second: ScopedSpread, _ isExclusive: Bool, _ conflicts: inout [Conflict]
    ) {
        guard context.spend(2) else { return }
        let (start1, start2) = (first.fragment?.start ?? -1, second.fragment?.start ?? -1)
        if start1 == start2 && first.scope === second.scope { return }
        let (scope1, scope2) = (first.scope?.id ?? -1, second.scope?.id ?? -1)
        let key = PairKey(
            scope1: min(scope1, scope2), scope2: max(scope1, scope2), first: min(start1, start2),
            second: max(start1, start2))
        let isSameFragment = start1 == start2
        if let known = comparedFragments[key], isExclusive && !isSameFragment || !known { return }
        comparedFragments[key] = isExclusive && !isSameFragment
        if isSameFragment {
            report(
                "Spreads \"\(first.spread.name.text)\" conflict because they have different fragment arguments.",
                at: [first.spread.start, second.spread.start])
            return
        }
        guard let fragment1 = first.fragment, let fragment2 = second.fragment, descend() else { return }
        defer { depth -= 1 }
        let (set1, set2) = (collector.collect(fragment1), collector.collect(fragment2))
        compare(set1, first.scope, with: set2, second.scope, isExclusive, &conflicts)
        for inner in collector.spreads(of: set2, second.scope) {
            compare(first, with: inner, isExclusive, &conflicts)
        }
        for inner in collector.spreads(of: set1, first.scope) {
            compare(inner, with: second, isExclusive, &conflicts)
        }
    }

    /// The fields of two sets with each other.
    private func compare(
        _ first: CollectedFields, _ scope1: VariableScope?, with second: CollectedFields, _ scope2: VariableScope?,
        _ isExclusive: Bool, _ conflicts: inout [Conflict]
    ) {
        for (key, fields) in first.groups {
            guard context.spend(1) else { return }
            guard let others = second.fields(key) else { continue }
            for field in fields {
                for other in others {
                    guard !context.isAborted else { return }
                    if let conflict = conflict(isExclusive, key, field, scope1, other, scope2) {
                        conflicts.append(conflict)
                    }
                }
            }
        }
    }

    private func descend() -> Bool {
        depth += 1
        if depth <= Self.maximumDepth { return true }
        depth -= 1
        context.abort()
        return false
    }

    /// What is wrong with two fields of one key, or nil.
    private func conflict(
        _ parentsAreExclusive: Bool, _ key: String, _ first: CollectedField, _ scope1: VariableScope?,
        _ second: CollectedField, _ scope2: VariableScope?
    ) -> Conflict? {
        guard context.spend(2), let schema = context.schema else { return nil }
        let (field1, field2) = (first.field, second.field)
        let (type1, type2) = (first.definition?.type, second.definition?.type)
        let isSameName = field1.name.text == field2.name.text
        if first.isPlain, second.isPlain, type1 == type2, isSameName { return nil }
        // Two different object types are never one object: what they select may differ.
        let isExclusive =
            parentsAreExclusive
            || (first.parent != second.parent && first.isOfObject(schema) && second.isOfObject(schema))
        if !isExclusive {
            if !isSameName {
                return Conflict(
                    key: key, reason: "\"\(field1.name.text)\" and \"\(field2.name.text)\" are different fields",
                    fields1: [field1], fields2: [field2])
            }
            if !collector.haveSameArguments(first, scope1, second, scope2) {
                return Conflict(key: key, reason: "they have differing arguments", fields1: [field1], fields2: [field2])
            }
        }
        if let type1, let type2, collector.conflict(type1, type2, schema) {
            let names = "\"\(schema.name(of: type1))\" and \"\(schema.name(of: type2))\""
            return Conflict(
                key: key, reason: "they return conflicting types \(names)", fields1: [field1], fields2: [field2])
        }
        guard let set1 = field1.selectionSet, let set2 = field2.selectionSet, descend() else {
            return nil
        }
        defer { depth -= 1 }
        let inner = conflicts(
            between: collector.collect(set1, type1?.named), scope1, collector.collect(set2, type2?.named), scope2,
            isExclusive)
        return inner.isEmpty ? nil : merged(inner, key, field1, field2)
    }

    private func conflicts(
        between first: CollectedFields, _ scope1: VariableScope?, _ second: CollectedFields, _ scope2: VariableScope?,
        _ isExclusive: Bool
    ) -> [Conflict] {
        var conflicts: [Conflict] = []
        let spreads1 = collector.spreads(of: first, scope1)
        let spreads2 = collector.spreads(of: second, scope2)
        compare(first, scope1, with: second, scope2, isExclusive, &conflicts)
        for spread in spreads2 { compare(first, scope1, with: spread, isExclusive, &conflicts) }
        for spread in spreads1 { compare(second, scope2, with: spread, isExclusive, &conflicts) }
        for spread in spreads1 {
            for other in spreads2 {
                guard !context.isAborted else { return [] }
                compare(spread, with: other, isExclusive, &conflicts)
            }
        }
        return conflicts
    }

    /// The conflicts within two fields as one conflict of these fields.
    private func merged(_ inner: [Conflict], _ key: String, _ field1: FieldNode, _ field2: FieldNode)
        -> Conflict
    {
        // Detail is kept short whatever the document: a tree of conflicts could be larger than it.
        var reason = ""
        for conflict in inner where reason.utf8.count <= 1_000 {
            reason +=
                (reason.isEmpty ? "" : " and ")
                + "subfields \"\(conflict.key)\" conflict because \(conflict.reason)"
        }
        if reason.utf8.count > 1_000 { reason = String(reason.prefix(1_000)) + "..." }
        return Conflict(
            key: key, reason: reason, fields1: nodes(field1, inner.map(\.fields1)),
            fields2: nodes(field2, inner.map(\.fields2)))
    }

    private func nodes(_ field: FieldNode, _ inner: [[FieldNode]]) -> [FieldNode] {
        let maximum = 20
        var nodes = [field]
        for fields in inner where nodes.count < maximum {
            nodes += fields.suffix(maximum - nodes.count)
        }
        return nodes
    }
}

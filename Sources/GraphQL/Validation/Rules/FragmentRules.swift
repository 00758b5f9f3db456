/// No two fragments have one name (section 5.5.1.1).
final class UniqueFragmentNames: ValidationRule {
    private var names: [String: Int] = [:]

    override func enter(_ fragment: Fragment) {
        let name = fragment.name
        if let first = names[name.text] {
            report("There can be only one fragment named \"\(name.text)\".", at: [first, name.start])
        } else {
            names[name.text] = name.start
        }
    }
}

/// A fragment's type has fields (section 5.5.1.3).
final class FragmentsOnCompositeTypes: ValidationRule {
    override func enter(_ fragment: InlineFragment) {
        guard let condition = fragment.typeCondition, isLeaf(condition) else { return }
        report(
            "Fragment cannot condition on non composite type \"\(condition.text)\".", at: condition.start)
    }

    override func enter(_ fragment: Fragment) {
        let condition = fragment.typeCondition
        guard isLeaf(condition) else { return }
        report(
            "Fragment \"\(fragment.name.text)\" cannot condition on non composite type \"\(condition.text)\".",
            at: condition.start)
    }

    private func isLeaf(_ condition: Name) -> Bool {
        guard let schema = context.schema, let type = schema.type(named: condition.text) else {
            return false
        }
        return !schema[type].kind.isComposite
    }
}

/// Every fragment is used by an operation (section 5.5.1.4).
final class NoUnusedFragments: ValidationRule {
    override func leave(_ document: Document) {
        var used: Set<String> = []
        var stack = document.operations.map(\.selectionSet)
        while let set = stack.popLast() {
            for spread in context.usages.spreads(of: set) where used.insert(spread.name.text).inserted {
                if let fragment = context.fragments[spread.name.text] {
                    stack.append(fragment.selectionSet)
                }
            }
        }
        for fragment in document.fragments where !used.contains(fragment.name.text) {
            report("Fragment \"\(fragment.name.text)\" is never used.", at: fragment.start)
        }
    }
}

/// A spread names a fragment of the document (section 5.5.2.1).
final class KnownFragmentNames: ValidationRule {
    override func enter(_ spread: FragmentSpread) {
        guard context.fragments[spread.name.text] == nil else { return }
        report("Unknown fragment \"\(spread.name.text)\".", at: spread.name.start)
    }
}

/// No fragment contains itself (section 5.5.2.2).
///
/// The search keeps its own stack, since a chain of fragments may be as long as the document.
final class NoFragmentCycles: ValidationRule {
    private struct Step {
        let name: String
        let spreads: [FragmentSpread]
        var next = 0
    }

    private var visited: Set<String> = []

    override func enter(_ fragment: Fragment) {
        guard visited.insert(fragment.name.text).inserted else { return }
        var steps = [step(into: fragment)]
        /// The spreads that lead from each step to the next.
        var path: [FragmentSpread] = []
        var places = [fragment.name.text: 0]
        while let last = steps.indices.last {
            guard steps[last].next < steps[last].spreads.count else {
                places[steps[last].name] = nil
                steps.removeLast()
                _ = path.popLast()
                continue
            }
            let spread = steps[last].spreads[steps[last].next]
            steps[last].next += 1
            let name = spread.name.text
            if let place = places[name] {
                reportCycle(path[place...] + [spread])
            } else if let target = context.fragments[name], visited.insert(name).inserted {
                places[name] = steps.count
                path.append(spread)
                steps.append(step(into: target))
            }
        }
    }

    private func step(into fragment: Fragment) -> Step {
        Step(name: fragment.name.text, spreads: context.usages.spreads(of: fragment.selectionSet))
    }

    private func reportCycle(_ spreads: ArraySlice<FragmentSpread>) {
        guard let name = spreads.last?.name.text else { return }
        let via = spreads.dropLast().map { "\"\($0.name.text)\"" }.joined(separator: ", ")
        report(
            "Cannot spread fragment \"\(name)\" within itself" + (via.isEmpty ? "." : " via \(via)."),
            at: spreads.map(\.start))
    }
}

/// A fragment is spread where its type can occur (section 5.5.2.3).
final class PossibleFragmentSpreads: ValidationRule {
    override func enter(_ fragment: InlineFragment) {
        guard let type = context.types.outputType?.named else { return }
        check(type, "Fragment", at: fragment.start)
    }

    override func enter(_ spread: FragmentSpread) {
        guard let fragment = context.fragments[spread.name.text],
            let type = context.schema?.type(named: fragment.typeCondition.text)
        else { return }
        check(type, "Fragment \"\(spread.name.text)\"", at: spread.start)
    }

    private func check(_ type: TypeID, _ what: String, at start: Int) {
        guard let schema = context.schema, let parent = context.types.parentType,
            schema[type].kind.isComposite,
            !schema.overlap(type, parent)
        else { return }
        report(
            "\(what) cannot be spread here as objects of type \"\(schema[parent].name)\" "
                + "can never be of type \"\(schema[type].name)\".", at: start)
    }
}

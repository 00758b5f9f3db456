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

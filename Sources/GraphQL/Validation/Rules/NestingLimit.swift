/// Selections are not nested deeper than the limit, through fragments as well; else the validation ends.
///
/// The other rules and the executor recurse through fragments and rely on this. It keeps a stack of its own.
final class NestingLimit: ValidationRule {
    private struct Nesting {
        var depth = 0
        /// The fragments that are spread, each with the depth at which it is.
        var spreads: [(name: String, depth: Int)] = []
    }

    /// How deep a fragment nests, its own fragments included; a spread that closes a cycle adds nothing.
    private var depths: [String: Int] = [:]

    override func enter(_ document: Document) {
        let nestings = context.fragments.mapValues { Self.nesting(of: $0.selectionSet) }
        for fragment in document.fragments { measure(fragment.name.text, nestings) }
    }

    override func enter(_ operation: Operation) {
        if depth(Self.nesting(of: operation.selectionSet)) > context.limits.maximumDepth {
            context.abort()
        }
    }

    override func enter(_ fragment: Fragment) {
        if depths[fragment.name.text, default: 0] > context.limits.maximumDepth { context.abort() }
    }

    private func measure(_ root: String, _ nestings: [String: Nesting]) {
        var path: [(name: String, next: Int)] = [(root, 0)]
        var onPath: Set<String> = [root]
        while let (name, next) = path.last, let nesting = nestings[name] {
            if depths[name] == nil, next < nesting.spreads.count {
                path[path.count - 1].next += 1
                let target = nesting.spreads[next].name
                if depths[target] == nil, nestings[target] != nil, onPath.insert(target).inserted {
                    path.append((target, 0))
                }
                continue
            }
            path.removeLast()
            onPath.remove(name)
            depths[name] = depth(nesting)
        }
    }

    private func depth(_ nesting: Nesting) -> Int {
        nesting.spreads.reduce(nesting.depth) { max($0, $1.depth + depths[$1.name, default: 0]) }
    }

    private static func nesting(of set: SelectionSet) -> Nesting {
        var nesting = Nesting()
        var stack = [(set: set, depth: 1)]
        while let (set, depth) = stack.popLast() {
            nesting.depth = max(nesting.depth, depth)
            for selection in set.selections {
                if case .spread(let spread) = selection {
                    nesting.spreads.append((spread.name.text, depth))
                }
                if let nested = selection.selectionSet { stack.append((nested, depth + 1)) }
            }
        }
        return nesting
    }
}

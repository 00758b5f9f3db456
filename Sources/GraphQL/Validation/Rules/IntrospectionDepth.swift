/// Introspection does not follow lists of types into each other without end, which would multiply the response.
///
/// No section of the specification, but in every implementation's list of rules.
final class IntrospectionDepth: ValidationRule {
    private static let maximumListDepth = 3
    private static let lists: Set<String> = ["fields", "interfaces", "possibleTypes", "inputFields"]

    private var skipped = 0
    /// The depth at which each fragment was looked at without reaching the limit.
    private var checked: [String: Int] = [:]

    override func enter(_ field: FieldNode) {
        guard field.name.text == "__schema" || field.name.text == "__type" else { return }
        skipped += 1
        guard skipped == 1, exceedsLimit(field) else { return }
        report("Maximum introspection depth exceeded", at: field.start)
    }

    override func leave(_ field: FieldNode) {
        if field.name.text == "__schema" || field.name.text == "__type" { skipped -= 1 }
    }

    private func exceedsLimit(_ field: FieldNode) -> Bool {
        // What is visited counts as checked only where the limit was not reached.
        var visited = checked
        var stack: [(selection: Selection, depth: Int)] = [(.field(field), 0)]
        while let (selection, depth) = stack.popLast() {
            var depth = depth
            switch selection {
            case .field(let field):
                if Self.lists.contains(field.name.text) { depth += 1 }
                if depth >= Self.maximumListDepth { return true }
            case .inline: break
            case .spread(let spread):
                // At an equal or lesser depth the fragment has nothing new to show.
                guard visited[spread.name.text, default: -1] < depth, let fragment = context.fragments[spread.name.text]
                else { continue }
                visited[spread.name.text] = depth
                stack += fragment.selectionSet.selections.map { ($0, depth) }
            }
            stack += selection.selectionSet?.selections.map { ($0, depth) } ?? []
        }
        checked = visited
        return false
    }
}

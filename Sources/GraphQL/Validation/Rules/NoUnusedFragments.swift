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

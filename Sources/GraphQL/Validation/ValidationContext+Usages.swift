extension ValidationContext {
    /// The variables that an operation uses, through its fragments as well.
    func recursiveUsages(_ operation: Operation) -> [VariableUsage] {
        var found = usages.usages(of: operation.selectionSet)
        for fragment in reachableFragments(from: operation.selectionSet) {
            let more = usages.usages(of: fragment.selectionSet)
            guard spend(more.count) else { return found }
            found += more
        }
        return found
    }
}

/// A fragment's type has fields (section 5.5.1.3).
final class FragmentsOnCompositeTypes: ValidationRule {
    override func enter(_ fragment: InlineFragment) {
        guard let condition = fragment.typeCondition, isLeaf(condition) else { return }
        report("Fragment cannot condition on non composite type \"\(condition.text)\".", at: condition.start)
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

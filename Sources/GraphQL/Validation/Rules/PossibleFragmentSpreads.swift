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
        guard let schema = context.schema, let parent = context.types.parentType, schema[type].kind.isComposite,
            !schema.overlap(type, parent)
        else { return }
        report(
            "\(what) cannot be spread here as objects of type \"\(schema[parent].name)\" "
                + "can never be of type \"\(schema[type].name)\".", at: start)
    }
}

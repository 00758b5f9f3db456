/// A spread names a fragment of the document (section 5.5.2.1).
final class KnownFragmentNames: ValidationRule {
    override func enter(_ spread: FragmentSpread) {
        guard context.fragments[spread.name.text] == nil else { return }
        report("Unknown fragment \"\(spread.name.text)\".", at: spread.name.start)
    }
}

/// An operation without a name is alone in its document (section 5.2.3.1).
final class LoneAnonymousOperation: ValidationRule {
    private var count = 0

    override func enter(_ document: Document) { count = document.operations.count }

    override func enter(_ operation: Operation) {
        guard operation.name == nil, count > 1 else { return }
        report("This anonymous operation must be the only defined operation.", at: operation.start)
    }
}

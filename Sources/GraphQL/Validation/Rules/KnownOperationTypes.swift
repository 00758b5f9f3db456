/// The schema has a root type for the operation (section 5.2.1.1).
final class KnownOperationTypes: ValidationRule {
    override func enter(_ operation: Operation) {
        guard context.schema?.rootType(operation.kind) == nil else { return }
        report("The \(operation.kind.rawValue) operation is not supported by the schema.", at: operation.start)
    }
}

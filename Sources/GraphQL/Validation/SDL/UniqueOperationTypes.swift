/// A schema has one root type for each kind of operation.
final class UniqueOperationTypes: ValidationRule {
    private var defined: [OperationKind: Int] = [:]

    override func enter(_ schema: SchemaDefinition) {
        for operation in schema.operations {
            let kind = operation.kind
            if context.schema?.rootType(kind) != nil {
                report(
                    "Type for \(kind.rawValue) already defined in the schema. It cannot be redefined.",
                    at: operation.start)
            } else if let first = defined[kind] {
                report("There can be only one \(kind.rawValue) type in schema.", at: [first, operation.start])
            } else {
                defined[kind] = operation.start
            }
        }
    }
}

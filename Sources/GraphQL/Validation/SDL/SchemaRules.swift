/// A document has one schema definition at most, and none where it extends a schema that has one.
final class LoneSchemaDefinition: ValidationRule {
    private var count = 0

    override func enter(_ schema: SchemaDefinition) {
        guard !schema.isExtension else { return }
        if let base = context.schema, base.definesSchema {
            return report("Cannot define a new schema within a schema extension.", at: schema.start)
        }
        if count > 0 { report("Must provide only one schema definition.", at: schema.start) }
        count += 1
    }
}

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
                report(
                    "There can be only one \(kind.rawValue) type in schema.", at: [first, operation.start])
            } else {
                defined[kind] = operation.start
            }
        }
    }
}

extension Schema {
    /// Whether the schema says itself what its root types are, or has any.
    var definesSchema: Bool {
        queryType != nil || mutationType != nil || subscriptionType != nil
            || definitions.contains { if case .schema = $0 { true } else { false } }
    }
}

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

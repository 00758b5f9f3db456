/// A leaf has no selections, and everything else has some (section 5.3.3).
final class ScalarLeafs: ValidationRule {
    override func enter(_ field: FieldNode) {
        guard let schema = context.schema, let type = context.types.outputType,
            context.types.field != nil
        else {
            return
        }
        let name = field.name.text
        let typeName = schema.name(of: type)
        if schema[type.named].kind.isLeaf {
            guard let set = field.selectionSet else { return }
            report(
                "Field \"\(name)\" must not have a selection since type \"\(typeName)\" has no subfields.",
                at: set.start)
        } else if field.selectionSet == nil {
            report(
                "Field \"\(name)\" of type \"\(typeName)\" must have a selection of subfields. "
                    + "Did you mean \"\(name) { ... }\"?", at: field.start)
        }
    }
}

/// A field as one of the fields that a selection set collects.
final class CollectedField {
    let parent: TypeID?
    let field: FieldNode
    let definition: FieldType?
    /// Whether it is a name and nothing more, which needs no comparison with its like.
    let isPlain: Bool
    /// The arguments by name, in a form in which equal values are equal texts.
    lazy var arguments: [String: ArgumentKey] = Dictionary(
        field.arguments.map { ($0.name.text, ArgumentKey($0.value)) }, uniquingKeysWith: { _, last in last })

    init(parent: TypeID?, field: FieldNode, definition: FieldType?) {
        self.parent = parent
        self.field = field
        self.definition = definition
        isPlain = field.arguments.isEmpty && field.selectionSet == nil
    }

    func isOfObject(_ schema: Schema) -> Bool { parent.map { schema[$0].kind == .object } ?? false }
}

/// A rule about documents: it is told what the walk meets, in the document's order, and reports what is wrong.
///
/// A rule overrides what it needs. It lives as long as one validation and is used by one task only.
class ValidationRule {
    let context: ValidationContext

    required init(_ context: ValidationContext) { self.context = context }

    func enter(_ document: Document) {}
    func leave(_ document: Document) {}
    func enter(_ definition: Definition) {}
    func enter(_ operation: Operation) {}
    func leave(_ operation: Operation) {}
    func enter(_ fragment: Fragment) {}
    func enter(_ variable: VariableDefinition) {}
    func enter(_ selectionSet: SelectionSet, isInline: Bool) {}
    func enter(_ field: FieldNode) {}
    func leave(_ field: FieldNode) {}
    func enter(_ spread: FragmentSpread) {}
    func leave(_ spread: FragmentSpread) {}
    func enter(_ fragment: InlineFragment) {}
    /// The directives of one place, before each of them is entered.
    func enter(_ directives: [Directive], at place: DirectivePlace) {}
    func enter(_ directive: Directive, at place: DirectivePlace) {}
    func leave(_ directive: Directive) {}
    /// All arguments of a field, a directive or a spread, before each of them is entered.
    func enter(_ arguments: [ArgumentNode]) {}
    func enter(_ argument: ArgumentNode, of owner: ArgumentOwner) {}
    /// A named type that the document refers to.
    func enter(typeName: Name) {}
    func enter(_ value: Literal, depth: Int) {}
    func leave(_ value: Literal, depth: Int) {}
    func enter(_ field: ObjectField) {}
    func enter(_ type: TypeDefinition) {}
    func enter(_ schema: SchemaDefinition) {}
    func enter(_ directive: DirectiveDefinition) {}

    func report(_ message: String, at starts: [Int]) { context.report(message, at: starts) }

    func report(_ message: String, at start: Int) { context.report(message, at: [start]) }
}

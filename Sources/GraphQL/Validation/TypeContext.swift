/// What is known about the types at a place of a document, while it is walked through.
struct TypeContext {
    /// The type whose fields are selected here.
    var parentType: TypeID?
    /// The type of the field or fragment one is in.
    var outputType: TypeReference?
    var field: FieldType?
    /// The definition of the directive one is in.
    var directive: DirectiveType?
    var argument: InputValue?
    /// The type that a value has to have here.
    var inputType: TypeReference?
    /// The list or input object around the value.
    var parentInputType: TypeReference?
    /// Whether a missing value would be replaced by a default here.
    var hasDefault = false
}

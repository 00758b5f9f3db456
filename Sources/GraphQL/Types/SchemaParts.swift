/// What a schema is made of, while it is being made.
struct SchemaParts {
    var description: String?
    var types: [NamedType] = []
    var ids: [String: TypeID] = [:]
    var roots: [OperationKind: TypeID] = [:]
    var directives = NamedList<DirectiveType>()
    var definitions: [Definition] = []
    var rootValues: [OperationKind: any Sendable] = [:]
    var translation = ErrorTranslation.concealing
}

extension Schema {
    /// Makes a schema of Swift types: those of the root types, and all that are reached from their fields.
    ///
    /// - Parameters:
    ///   - query: The value of the query root.
    ///   - mutation: The value of the mutation root, where there is one.
    ///   - subscription: The value of the subscription root, where there is one.
    ///   - description: What the schema is for.
    ///   - translation: What clients are told of errors that are none of this library.
    /// - Throws: ``SchemaError`` with everything in the definitions that the specification does not allow.
    public convenience init(
        query: some GraphQLObject, mutation: (any GraphQLObject)? = nil, subscription: (any GraphQLObject)? = nil,
        description: String? = nil, errors translation: ErrorTranslation = .concealing
    ) throws(SchemaError) {
        let given: [OperationKind: any GraphQLObject] =
            [.query: query].merging(
                [.mutation: mutation, .subscription: subscription].compactMapValues { $0 }, uniquingKeysWith: { $1 })
        var types = TypeCollector()
        var operations: [RootOperation] = []
        for kind in OperationKind.allCases {
            guard let root = given[kind] else { continue }
            let name = Self.declare(root, in: &types)
            operations.append(RootOperation(kind: kind, type: Name(text: name, start: 0), start: 0))
        }
        guard types.faults.isEmpty else { throw SchemaError(errors: types.faults) }
        let schema = SchemaDefinition(
            description: description, directives: [], operations: operations, isExtension: false, start: 0)
        // A schema with the customary names need not be written.
        let isCustomary = description == nil && operations.allSatisfy { $0.type.text == $0.kind.customaryName }
        let definitions = (isCustomary ? [] : [Definition.schema(schema)]) + types.definitions.compactMap { $0 }
        try Self.check(definitions)
        var parts = try SchemaBuilder.parts(of: definitions, source: nil, behaviour: types.behaviour)
        parts.rootValues = given
        parts.translation = translation
        self.init(parts)
        let faults = SchemaValidator.validate(self, in: nil)
        guard faults.isEmpty else { throw SchemaError(errors: faults) }
    }

    private static func declare<Root: GraphQLObject>(_: Root, in types: inout TypeCollector) -> String {
        _ = Root.outputType(in: &types)
        return Root.graphQLName
    }

    /// Holds the definitions against the rules for type system documents, by way of their text.
    private static func check(_ definitions: [Definition]) throws(SchemaError) {
        var printer = Printer()
        for definition in definitions {
            printer.definition(definition)
            printer.write("\n")
        }
        let document: Document
        do throws(GraphQLError) {
            document = try Document(parsing: printer.text, limits: .trusted)
        } catch {
            throw SchemaError(errors: [error])
        }
        let faults = SDLValidator.validate(document, extending: nil)
        // The places are those of a text that nobody has seen.
        guard faults.isEmpty else { throw SchemaError(errors: faults.map { GraphQLError($0.message) }) }
    }
}

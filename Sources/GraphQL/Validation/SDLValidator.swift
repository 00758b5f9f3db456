/// Checks type system documents before a schema is made of them (section 3).
enum SDLValidator {
    static let rules: [ValidationRule.Type] = [
        LoneSchemaDefinition.self, UniqueOperationTypes.self, UniqueTypeNames.self, UniqueEnumValueNames.self,
        UniqueFieldDefinitionNames.self, UniqueArgumentDefinitionNames.self, UniqueDirectiveNames.self,
        KnownTypeNames.self, KnownDirectives.self, UniqueDirectivesPerLocation.self, PossibleTypeExtensions.self,
        KnownArgumentNames.self, UniqueArgumentNames.self, UniqueInputFieldNames.self, ProvidedRequiredArguments.self,
    ]

    /// What is wrong with the definitions; `schema` is the one that they extend, if they extend one.
    static func validate(
        _ document: Document, extending schema: Schema?, rules: [ValidationRule.Type] = rules
    ) -> [GraphQLError] {
        let limits = ValidationLimits(maximumErrors: .max)
        let context = ValidationContext(document: document, schema: schema, limits: limits)
        let walk = DocumentWalk(context: context, rules: rules.map { $0.init(context) })
        walk.run()
        return context.errors
    }
}

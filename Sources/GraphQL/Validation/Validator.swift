/// Checks documents against a schema before anything is executed (section 5).
enum Validator {
    /// The rules for executable documents, in the order in which their errors come at one place.
    static let rules: [ValidationRule.Type] = [
        ExecutableDefinitions.self, KnownOperationTypes.self, UniqueOperationNames.self, LoneAnonymousOperation.self,
        SingleFieldSubscriptions.self, KnownTypeNames.self, FragmentsOnCompositeTypes.self, VariablesAreInputTypes.self,
        ScalarLeafs.self, FieldsOnCorrectType.self, UniqueFragmentNames.self, KnownFragmentNames.self,
        NoUnusedFragments.self, PossibleFragmentSpreads.self, NoFragmentCycles.self, UniqueVariableNames.self,
        NoUndefinedVariables.self, NoUnusedVariables.self, KnownDirectives.self, UniqueDirectivesPerLocation.self,
        KnownArgumentNames.self, UniqueArgumentNames.self, ValuesOfCorrectType.self, ProvidedRequiredArguments.self,
        VariablesInAllowedPosition.self, OverlappingFields.self, UniqueInputFieldNames.self, IntrospectionDepth.self,
    ]

    static func validate(
        _ document: Document, against schema: Schema, rules: [ValidationRule.Type] = rules,
        limits: ValidationLimits = ValidationLimits()
    ) -> [GraphQLError] {
        let context = ValidationContext(document: document, schema: schema, limits: limits)
        let walk = DocumentWalk(context: context, rules: ([NestingLimit.self] + rules).map { $0.init(context) })
        walk.run()
        return context.errors
    }

    /// A rule by the name it has in other implementations.
    package static func rule(named name: String) -> ValidationRule.Type? {
        let type = name.hasSuffix("Rule") ? String(name.dropLast(4)) : name
        let known: [ValidationRule.Type] = rules + SDLValidator.rules
        return known.first { "\($0)" == (renamed[type] ?? type) }
    }

    private static let renamed = [
        "OverlappingFieldsCanBeMerged": "OverlappingFields", "MaxIntrospectionDepth": "IntrospectionDepth",
        "KnownArgumentNamesOnDirectives": "KnownArgumentNames",
        "ProvidedRequiredArgumentsOnDirectives": "ProvidedRequiredArguments",
    ]
}

extension Schema {
    /// What is wrong with a document as a request to this schema; nothing where it may be executed.
    public func validate(_ document: Document, limits: ValidationLimits = ValidationLimits())
        -> [GraphQLError]
    {
        Validator.validate(document, against: self, limits: limits)
    }
}

extension Schema {
    /// As `validate`, by the rules of these names only; nil for all of them.
    package func validate(_ document: Document, rules names: [String]?) -> [GraphQLError] {
        let rules = names.map { $0.compactMap(Validator.rule(named:)) }
        return Validator.validate(document, against: self, rules: rules ?? Validator.rules)
    }
}

extension Document {
    /// What is wrong with definitions of a type system, by the rules of these names; nil for all of them.
    package func typeSystemErrors(extending schema: Schema?, rules names: [String]?) -> [GraphQLError] {
        let rules = names.map { $0.compactMap(Validator.rule(named:)) }
        return SDLValidator.validate(self, extending: schema, rules: rules ?? SDLValidator.rules)
    }
}

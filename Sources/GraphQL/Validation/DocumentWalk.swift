/// Walks through a document once, keeps track of types, and tells every rule what it meets.
///
/// It recurses into selections and values, which the parser has bounded, and never follows a fragment spread.
struct DocumentWalk {
    let context: ValidationContext
    let rules: [ValidationRule]

    func run() {
        let document = context.document
        each { $0.enter(document) }
        for definition in document.definitions {
            if context.isAborted { return }
            each { $0.enter(definition) }
            switch definition {
            case .operation(let operation): walk(operation)
            case .fragment(let fragment): walk(fragment)
            case .schema(let schema): walk(schema)
            case .type(let type): walk(type)
            case .directive(let directive): walk(directive)
            }
        }
        if !context.isAborted { each { $0.leave(document) } }
    }

    func each(_ tell: (ValidationRule) -> Void) {
        for rule in rules where !context.isAborted { tell(rule) }
    }

    /// Runs `body` with other types, and brings the former ones back.
    func with(_ change: (inout TypeContext) -> Void, _ body: (DocumentWalk) -> Void) {
        let saved = context.types
        change(&context.types)
        body(self)
        context.types = saved
    }

    // MARK: Executable definitions

    private func walk(_ operation: Operation) {
        let root = context.schema?.rootType(operation.kind)
        with({ types in
            types.outputType = root.map { .named($0) }
        }) { walk in
            let location: DirectiveLocation =
                switch operation.kind {
                case .query: .query
                case .mutation: .mutation
                case .subscription: .subscription
                }
            walk.each { $0.enter(operation) }
            walk.announce(operation.directives, on: .executable(location))
            walk.walk(operation.variables, at: .variableDefinition)
            walk.walk(operation.directives, on: .executable(location))
            walk.walk(operation.selectionSet, isInline: false)
            walk.each { $0.leave(operation) }
        }
    }

    private func walk(_ fragment: Fragment) {
        with({ types in
            types.outputType = context.schema?.type(named: fragment.typeCondition.text).map { .named($0) }
        }) { walk in
            walk.each { $0.enter(fragment) }
            walk.announce(fragment.directives, on: .executable(.fragmentDefinition))
            walk.walk(fragment.variables, at: .fragmentVariableDefinition)
            walk.each { $0.enter(typeName: fragment.typeCondition) }
            walk.walk(fragment.directives, on: .executable(.fragmentDefinition))
            walk.walk(fragment.selectionSet, isInline: false)
        }
    }

    private func walk(_ variables: [VariableDefinition], at location: DirectiveLocation) {
        for variable in variables {
            with({ types in
                types.inputType = context.schema?.resolve(variable.type).flatMap { inputType($0) }
            }) { walk in
                walk.each { $0.enter(variable) }
                walk.announce(variable.directives, on: .executable(location))
                walk.each { $0.enter(typeName: variable.type.name) }
                if let value = variable.defaultValue { walk.walk(value, depth: 0) }
                walk.walk(variable.directives, on: .executable(location))
            }
        }
    }

    func walk(_ set: SelectionSet, isInline: Bool) {
        if context.isAborted { return }
        with({ types in
            let type = types.outputType?.named
            types.parentType = type.flatMap { context.schema?[$0].kind.isComposite == true ? $0 : nil }
        }) { walk in
            walk.each { $0.enter(set, isInline: isInline) }
            for selection in set.selections {
                switch selection {
                case .field(let field): walk.walk(field)
                case .spread(let spread): walk.walk(spread)
                case .inline(let fragment): walk.walk(fragment)
                }
            }
        }
    }

    private func walk(_ field: FieldNode) {
        with({ types in
            types.field = types.parentType.flatMap { context.schema?.field(field.name.text, of: $0) }
            types.outputType = types.field?.type
        }) { walk in
            walk.each { $0.enter(field) }
            walk.announce(field.directives, on: .executable(.field))
            let definitions = walk.context.types.field?.arguments
            walk.walk(field.arguments, of: .field(field)) { definitions?[$0] }
            walk.walk(field.directives, on: .executable(.field))
            if let set = field.selectionSet { walk.walk(set, isInline: false) }
            walk.each { $0.leave(field) }
        }
    }

    private func walk(_ spread: FragmentSpread) {
        each { $0.enter(spread) }
        announce(spread.directives, on: .executable(.fragmentSpread))
        let variables = context.fragments[spread.name.text]?.variables ?? []
        let schema = context.schema
        walk(spread.arguments, of: .spread(spread)) { name in
            guard let variable = variables.first(where: { $0.name.text == name }),
                let type = schema?.resolve(variable.type)
            else { return nil }
            return InputValue(
                name: name, description: nil, type: type, defaultLiteral: variable.defaultValue,
                deprecationReason: nil, start: variable.start)
        }
        walk(spread.directives, on: .executable(.fragmentSpread))
        each { $0.leave(spread) }
    }

    private func walk(_ fragment: InlineFragment) {
        with({ types in
            if let condition = fragment.typeCondition {
                types.outputType = context.schema?.type(named: condition.text).map { .named($0) }
            } else {
                types.outputType = types.parentType.map { .named($0) }
            }
        }) { walk in
            walk.each { $0.enter(fragment) }
            walk.announce(fragment.directives, on: .executable(.inlineFragment))
            if let condition = fragment.typeCondition { walk.each { $0.enter(typeName: condition) } }
            walk.walk(fragment.directives, on: .executable(.inlineFragment))
            walk.walk(fragment.selectionSet, isInline: true)
        }
    }
}

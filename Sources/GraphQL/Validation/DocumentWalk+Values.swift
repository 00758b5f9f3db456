extension DocumentWalk {
    /// Tells of all directives of a place at once, before anything that is within that place.
    func announce(_ directives: [Directive], on place: DirectivePlace) {
        if !directives.isEmpty { each { $0.enter(directives, at: place) } }
    }

    func walk(_ directives: [Directive], on place: DirectivePlace) {
        for directive in directives {
            with({ types in
                types.directive = context.schema?.directives[directive.name.text]
            }) { walk in
                walk.each { $0.enter(directive, at: place) }
                let definitions = walk.context.types.directive?.arguments
                walk.walk(directive.arguments, of: .directive(directive)) { definitions?[$0] }
                walk.each { $0.leave(directive) }
            }
        }
    }

    func walk(
        _ arguments: [ArgumentNode], of owner: ArgumentOwner, _ definition: (String) -> InputValue?
    ) {
        each { $0.enter(arguments) }
        for argument in arguments {
            let definition = definition(argument.name.text)
            with({ types in
                types.argument = definition
                types.inputType = definition.flatMap { inputType($0.type) }
                types.parentInputType = nil
                types.hasDefault = definition?.defaultLiteral != nil
            }) { walk in
                walk.each { $0.enter(argument, of: owner) }
                walk.walk(argument.value, depth: 0)
            }
        }
    }

    /// A value; `depth` counts the lists and objects around it within the same argument or default.
    func walk(_ value: Literal, depth: Int) {
        if context.isAborted { return }
        switch value.kind {
        case .list(let elements):
            with({ types in
                types.parentInputType = types.inputType
                types.inputType = types.inputType?.element
                types.hasDefault = false
            }) { walk in
                walk.each { $0.enter(value, depth: depth) }
                for element in elements { walk.walk(element, depth: depth + 1) }
                walk.each { $0.leave(value, depth: depth) }
            }
        case .object(let fields):
            each { $0.enter(value, depth: depth) }
            for field in fields { walk(field, depth: depth) }
            each { $0.leave(value, depth: depth) }
        default:
            each { $0.enter(value, depth: depth) }
            each { $0.leave(value, depth: depth) }
        }
    }

    private func walk(_ field: ObjectField, depth: Int) {
        let object = context.types.inputType.map(\.named)
        let definition = object.flatMap { context.schema?[$0].inputFields[field.name.text] }
        with({ types in
            types.parentInputType = object.map { .named($0) }
            types.inputType = definition.flatMap { inputType($0.type) }
            types.hasDefault = definition?.defaultLiteral != nil
        }) { walk in
            walk.each { $0.enter(field) }
            walk.walk(field.value, depth: depth + 1)
        }
    }

    /// The type, where a value can have it.
    func inputType(_ type: TypeReference) -> TypeReference? {
        context.schema?[type.named].kind.isInput == true ? type : nil
    }

    // MARK: Type system definitions

    func walk(_ schema: SchemaDefinition) {
        each { $0.enter(schema) }
        announce(schema.directives, on: .schema(schema))
        walk(schema.directives, on: .schema(schema))
        for operation in schema.operations { each { $0.enter(typeName: operation.type) } }
    }

    func walk(_ type: TypeDefinition) {
        each { $0.enter(type) }
        announce(type.directives, on: .type(type))
        for interface in type.interfaces { each { $0.enter(typeName: interface) } }
        walk(type.directives, on: .type(type))
        for field in type.fields {
            announce(field.directives, on: .part(.fieldDefinition))
            walk(field.arguments, at: .argumentDefinition)
            each { $0.enter(typeName: field.type.name) }
            walk(field.directives, on: .part(.fieldDefinition))
        }
        for member in type.members { each { $0.enter(typeName: member) } }
        for value in type.values {
            announce(value.directives, on: .part(.enumValue))
            walk(value.directives, on: .part(.enumValue))
        }
        walk(type.inputFields, at: .inputFieldDefinition)
    }

    func walk(_ directive: DirectiveDefinition) {
        each { $0.enter(directive) }
        announce(directive.directives, on: .directiveDefinition(directive))
        walk(directive.arguments, at: .argumentDefinition)
        walk(directive.directives, on: .directiveDefinition(directive))
    }

    private func walk(_ inputs: [InputValueDefinition], at location: DirectiveLocation) {
        for input in inputs {
            announce(input.directives, on: .part(location))
            each { $0.enter(typeName: input.type.name) }
            if let value = input.defaultValue { walk(value, depth: 0) }
            walk(input.directives, on: .part(location))
        }
    }
}

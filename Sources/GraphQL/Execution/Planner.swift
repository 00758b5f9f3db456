import JSON

/// Collects the fields that an operation selects on objects of a type (section 6.3.2), and coerces their arguments.
struct Planner: Sendable {
    let schema: Schema
    let document: Document
    let fragments: [String: Fragment]
    let variables: [String: JSONValue]
    let context: any Sendable
    /// The nesting of fragments within fragments beyond which nothing is executed.
    let maximumDepth = 200

    func plans(for sets: [SelectionSet], on type: TypeID) throws(GraphQLError) -> [FieldPlan] {
        var keys: [String] = []
        var groups: [String: [FieldNode]] = [:]
        var seen: Set<String> = []
        var stack: [(selection: Selection, depth: Int)] = sets.flatMap(\.selections).reversed().map {
            ($0, 1)
        }
        while let (selection, depth) = stack.popLast() {
            guard depth <= maximumDepth else {
                throw GraphQLError("Selections are nested too deeply. Execution aborted.")
            }
            guard try includes(selection.directives) else { continue }
            switch selection {
            case .field(let field):
                if groups[field.responseKey] == nil { keys.append(field.responseKey) }
                groups[field.responseKey, default: []].append(field)
            case .inline(let fragment):
                guard applies(fragment.typeCondition, to: type) else { continue }
                stack += fragment.selectionSet.selections.reversed().map { ($0, depth) }
            case .spread(let spread):
                guard !seen.contains(spread.name.text), let fragment = fragments[spread.name.text],
                    applies(fragment.typeCondition, to: type)
                else { continue }
                seen.insert(spread.name.text)
                stack += fragment.selectionSet.selections.reversed().map { ($0, depth + 1) }
            }
        }
        return keys.compactMap { key in groups[key].flatMap { plan(key, $0, on: type) } }
    }

    /// The plan of a field; a field that the type does not have is left out, since validation would have refused it.
    private func plan(_ key: String, _ fields: [FieldNode], on type: TypeID) -> FieldPlan? {
        guard let definition = schema.field(fields[0].name.text, of: type) else { return nil }
        var arguments: [String: JSONValue] = [:]
        var failure: GraphQLError?
        do throws(GraphQLError) {
            arguments = try coerce(fields[0].arguments, of: definition.arguments, owner: fields[0].start)
        } catch {
            failure = error
        }
        return FieldPlan(
            responseKey: key, fields: fields, definition: definition,
            namedType: schema[definition.type.named], coordinate: "\(schema[type].name).\(definition.name)",
            call: FieldCall(arguments: arguments, context: context), argumentError: failure)
    }

    private func applies(_ condition: Name?, to type: TypeID) -> Bool {
        guard let condition else { return true }
        return schema.type(named: condition.text).map { schema.isPossible(type, in: $0) } ?? false
    }

    /// What `@skip` and `@include` say; `@skip` goes first.
    private func includes(_ directives: [Directive]) throws(GraphQLError) -> Bool {
        if directives.isEmpty { return true }
        if let skip = directives.first(where: { $0.name.text == "skip" }), try condition(of: skip) {
            return false
        }
        if let include = directives.first(where: { $0.name.text == "include" }) {
            return try condition(of: include)
        }
        return true
    }

    private func condition(of directive: Directive) throws(GraphQLError) -> Bool {
        guard let definition = schema.directives[directive.name.text] else { return false }
        let values = try coerce(directive.arguments, of: definition.arguments, owner: directive.start)
        return values["if"]?.boolValue ?? false
    }

    /// The arguments as their definitions ask for them (section 6.4.1).
    private func coerce(
        _ arguments: [ArgumentNode], of definitions: NamedList<InputValue>, owner: Int
    ) throws(GraphQLError) -> [String: JSONValue] {
        if definitions.isEmpty { return [:] }
        let coercion = Coercion(schema: schema)
        var values: [String: JSONValue] = [:]
        for definition in definitions.elements {
            let argument = arguments.last { $0.name.text == definition.name }
            guard let argument, !coercion.isAbsent(argument.value, variables) else {
                if let value = coercion.defaultValue(of: definition) {
                    values[definition.name] = value
                } else if definition.type.isNonNull {
                    throw missing(definition, at: argument?.value.start ?? owner)
                }
                continue
            }
            guard
                let value = coercion.value(of: argument.value, as: definition.type, variables: variables)
            else {
                throw GraphQLError(
                    "Argument \"\(definition.name)\" has invalid value \(Printer.text(of: argument.value)).",
                    locations: document.locations([argument.value.start]))
            }
            values[definition.name] = value
        }
        return values
    }

    private func missing(_ definition: InputValue, at start: Int) -> GraphQLError {
        GraphQLError(
            "Argument \"\(definition.name)\" of required type \"\(schema.name(of: definition.type))\" was not provided.",
            locations: document.locations([start]))
    }
}

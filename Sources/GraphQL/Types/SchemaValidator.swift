/// Checks that the types of a schema fit together (sections 3.3 to 3.13).
struct SchemaValidator {
    let schema: Schema
    let source: Source?
    private var errors: [GraphQLError] = []

    /// What is wrong with the types; `source` is the text of their definitions, where there is one.
    static func validate(_ schema: Schema, in source: Source?) -> [GraphQLError] {
        var validator = SchemaValidator(schema: schema, source: source)
        validator.checkRoots()
        validator.checkDirectives()
        for place in schema.types.indices { validator.check(TypeID(index: place)) }
        validator.checkInputCycles()
        var cycles = DefaultCycles(schema: schema)
        cycles.run()
        for (message, start) in cycles.faults { validator.report(message, at: start) }
        return validator.errors
    }

    private init(schema: Schema, source: Source?) {
        self.schema = schema
        self.source = source
    }

    mutating func report(_ message: String, at starts: Int...) {
        // What the language itself defines has no place in the text.
        let places = source.map { text in starts.filter { $0 >= 0 }.map { text.location(at: $0) } }
        errors.append(GraphQLError(message, locations: places ?? []))
    }

    // MARK: Roots and directives

    private mutating func checkRoots() {
        guard schema.queryType != nil else { return report("Query root type must be provided.") }
        var kinds: [TypeID: [String]] = [:]
        for kind in OperationKind.allCases {
            guard let id = schema.rootType(kind) else { continue }
            let type = schema[id]
            if type.kind == .object {
                kinds[id, default: []].append(kind.rawValue)
            } else {
                report("The \(kind.rawValue) root type must be Object type, it cannot be \(type.name).", at: type.start)
            }
        }
        for (id, names) in kinds.sorted(by: { $0.key.index < $1.key.index }) where names.count > 1 {
            let list = names.joined(separator: " and ")
            report("All root types must be different, \"\(schema[id].name)\" type is used as \(list) root types.")
        }
    }

    private mutating func checkDirectives() {
        for directive in schema.directives.elements {
            checkName(directive.name, at: directive.start)
            checkInputs(directive.arguments) { "@\(directive.name)(\($0):)" }
        }
    }

    private mutating func checkName(_ name: String, at start: Int) {
        guard name.hasPrefix("__") else { return }
        report("Name \"\(name)\" must not begin with \"__\", which is reserved by GraphQL introspection.", at: start)
    }

    // MARK: Types

    private mutating func check(_ id: TypeID) {
        let type = schema[id]
        // The types of introspection are the only ones with such names.
        if BuiltIn.introspectionNames.contains(type.name) { return }
        checkName(type.name, at: type.start)
        switch type.kind {
        case .object, .interface:
            checkFields(type)
            var interfaces = InterfaceCheck(schema: schema, type: id)
            interfaces.run()
            for (message, start) in interfaces.faults { report(message, at: start) }
        case .union: checkMembers(type)
        case .enumeration:
            if type.values.isEmpty {
                report("Enum type \(type.name) must define one or more values.", at: type.start)
            }
            for value in type.values.elements { checkName(value.name, at: type.start) }
        case .inputObject: checkInputObject(type)
        case .scalar: break
        }
    }

    private mutating func checkFields(_ type: NamedType) {
        if type.fields.isEmpty {
            report("Type \(type.name) must define one or more fields.", at: type.start)
        }
        for field in type.fields.elements {
            checkName(field.name, at: field.start)
            if !schema[field.type.named].kind.isOutput {
                report(
                    "The type of \(type.name).\(field.name) must be Output Type but got: "
                        + "\(schema.name(of: field.type)).", at: field.start)
            }
            checkInputs(field.arguments) {
                "\(type.name).\(field.name)(\($0):)"
            }
        }
    }

    private mutating func checkInputs(
        _ inputs: NamedList<InputValue>, _ coordinate: (String) -> String
    ) {
        for input in inputs.elements {
            let place = coordinate(input.name)
            checkName(input.name, at: input.start)
            guard schema[input.type.named].kind.isInput else {
                report(
                    "The type of \(place) must be Input Type but got: \(schema.name(of: input.type)).", at: input.start)
                continue
            }
            if input.isRequired, input.deprecationReason != nil {
                report("Required \(place) cannot be deprecated.", at: input.start)
            }
            if let literal = input.defaultLiteral, !isAccepted(literal, as: input.type) {
                report(
                    "\(place) has invalid default value: \(Printer.text(of: literal)) is no "
                        + "\(schema.name(of: input.type)).", at: input.start)
            }
        }
    }

    private func isAccepted(_ literal: Literal, as type: TypeReference) -> Bool {
        Coercion(schema: schema, fillsDefaults: false).value(of: literal, as: type, variables: [:]) != nil
    }

    private mutating func checkMembers(_ type: NamedType) {
        if type.possibleTypes.isEmpty {
            report("Union type \(type.name) must define one or more member types.", at: type.start)
        }
        var seen: Set<TypeID> = []
        for member in type.possibleTypes {
            let name = schema[member].name
            if !seen.insert(member).inserted {
                report("Union type \(type.name) can only include type \(name) once.", at: type.start)
            } else if schema[member].kind != .object {
                report(
                    "Union type \(type.name) can only include Object types, it cannot include \(name).", at: type.start)
            }
        }
    }

    private mutating func checkInputObject(_ type: NamedType) {
        if type.inputFields.isEmpty {
            report("Input Object type \(type.name) must define one or more fields.", at: type.start)
        }
        checkInputs(type.inputFields) { "\(type.name).\($0)" }
        guard type.isOneOf else { return }
        for field in type.inputFields.elements {
            if field.type.isNonNull {
                report("OneOf input field \(type.name).\(field.name) must be nullable.", at: field.start)
            }
            if field.defaultLiteral != nil {
                report("OneOf input field \(type.name).\(field.name) cannot have a default value.", at: field.start)
            }
        }
    }

    /// An input object that must contain itself could never be written.
    private mutating func checkInputCycles() {
        var done: Set<TypeID> = []
        for place in schema.types.indices where schema.types[place].kind == .inputObject {
            let root = TypeID(index: place)
            var path: [(id: TypeID, next: Int)] = [(root, 0)]
            while let (id, next) = path.last {
                let fields = schema[id].inputFields.elements
                guard !done.contains(id), next < fields.count else {
                    done.insert(id)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                guard case .nonNull(.named(let target)) = fields[next].type, schema[target].kind == .inputObject,
                    !schema[target].isOneOf
                else { continue }
                if path.contains(where: { $0.id == target }) {
                    report(
                        "Cannot reference Input Object \"\(schema[target].name)\" within itself through a series of "
                            + "non-null fields.", at: fields[next].start)
                } else {
                    path.append((target, 0))
                }
            }
        }
    }
}

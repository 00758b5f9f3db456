import JSON

/// Brings values of requests into the form that their types ask for (sections 3.5 to 3.12 and 6.4.1).
struct Coercion {
    let schema: Schema
    /// Whether absent fields get their defaults; where a schema is still checked, defaults may lead in circles.
    var fillsDefaults = true

    /// The value of a literal, or nil where the literal does not fit.
    ///
    /// A variable that is absent among `variables` was given no value.
    func value(
        of literal: Literal, as type: TypeReference, variables: [String: JSONValue]
    ) -> JSONValue? {
        if case .variable(let name) = literal.kind {
            guard let value = variables[name] else { return nil }
            return value == .null && type.isNonNull ? nil : value
        }
        switch type {
        case .nonNull(let nullable):
            return literal.isNull ? nil : value(of: literal, as: nullable, variables: variables)
        case .list(let element):
            if literal.isNull { return .null }
            guard case .list(let literals) = literal.kind else {
                return value(of: literal, as: element, variables: variables).map { .array([$0]) }
            }
            return elements(literals, as: element, variables: variables)
        case .named(let id):
            return literal.isNull ? .null : namedValue(of: literal, as: schema[id], variables: variables)
        }
    }

    private func elements(
        _ literals: [Literal], as type: TypeReference, variables: [String: JSONValue]
    ) -> JSONValue? {
        var values: [JSONValue] = []
        values.reserveCapacity(literals.count)
        for literal in literals {
            // A variable without a value is null in a list, where null may be.
            if case .variable(let name) = literal.kind, variables[name] == nil, !type.isNonNull {
                values.append(.null)
                continue
            }
            guard let value = value(of: literal, as: type, variables: variables) else { return nil }
            values.append(value)
        }
        return .array(values)
    }

    private func namedValue(
        of literal: Literal, as type: NamedType, variables: [String: JSONValue]
    ) -> JSONValue? {
        switch type.kind {
        case .scalar: return type.scalar.literal(literal.substituting(variables))
        case .enumeration:
            guard case .enumeration(let name) = literal.kind, type.values[name] != nil else { return nil }
            return .string(name)
        case .inputObject: return object(of: literal, as: type, variables: variables)
        case .object, .interface, .union: return nil
        }
    }

    private func object(
        of literal: Literal, as type: NamedType, variables: [String: JSONValue]
    ) -> JSONValue? {
        guard case .object(let fields) = literal.kind else { return nil }
        var given: [String: Literal] = [:]
        for field in fields
        where type.inputFields[field.name.text] == nil || given[field.name.text] != nil {
            return nil
        }
        for field in fields { given[field.name.text] = field.value }
        var members: [(String, JSONValue)] = []
        for field in type.inputFields.elements {
            guard let literal = given[field.name], !isAbsent(literal, variables) else {
                if let value = defaultValue(of: field) {
                    members.append((field.name, value))
                } else if field.type.isNonNull {
                    return nil
                }
                continue
            }
            guard let value = value(of: literal, as: field.type, variables: variables) else { return nil }
            members.append((field.name, value))
        }
        if type.isOneOf, members.count != 1 || fields.count != 1 || members[0].1 == .null { return nil }
        return .object(JSONObject(members))
    }

    func isAbsent(_ literal: Literal, _ variables: [String: JSONValue]) -> Bool {
        if case .variable(let name) = literal.kind { variables[name] == nil } else { false }
    }

    /// The default of an argument or an input field, coerced; nil where there is none.
    func defaultValue(of input: InputValue) -> JSONValue? {
        guard let literal = input.defaultLiteral else { return nil }
        return fillsDefaults ? value(of: literal, as: input.type, variables: [:]) : .null
    }

    // MARK: Values of variables

    /// The coerced value of a variable's JSON.
    /// - Throws: ``InputFault`` that names the part of the value which does not fit.
    func value(_ json: JSONValue, as type: TypeReference, at path: [String] = []) throws(InputFault)
        -> JSONValue
    {
        switch type {
        case .nonNull(let nullable):
            guard json != .null else {
                throw InputFault("Expected non-nullable type \"\(schema.name(of: type))\" not to be null.", path)
            }
            return try value(json, as: nullable, at: path)
        case .list(let element):
            if json == .null { return .null }
            guard case .array(let elements) = json else {
                return .array([try value(json, as: element, at: path)])
            }
            var values: [JSONValue] = []
            for (index, item) in elements.enumerated() {
                values.append(try value(item, as: element, at: path + ["\(index)"]))
            }
            return .array(values)
        case .named(let id):
            return json == .null ? .null : try namedValue(json, as: schema[id], at: path)
        }
    }

    private func namedValue(
        _ json: JSONValue, as type: NamedType, at path: [String]
    ) throws(InputFault) -> JSONValue {
        switch type.kind {
        case .scalar:
            guard let value = type.scalar.input(json) else {
                throw InputFault("\(type.name) cannot represent this value; expected \(type.scalar.expectation).", path)
            }
            return value
        case .enumeration:
            guard case .string(let name) = json else {
                throw InputFault("Enum \"\(type.name)\" cannot represent a value that is not a string.", path)
            }
            guard type.values[name] != nil else {
                throw InputFault("Value \"\(name)\" does not exist in \"\(type.name)\" enum.", path)
            }
            return json
        case .inputObject: return try object(json, as: type, at: path)
        case .object, .interface, .union:
            throw InputFault("\"\(type.name)\" is no input type.", path)
        }
    }

    private func object(_ json: JSONValue, as type: NamedType, at path: [String]) throws(InputFault)
        -> JSONValue
    {
        guard case .object(let given) = json else {
            throw InputFault("Expected type \"\(type.name)\" to be an object.", path)
        }
        for member in given.members where type.inputFields[member.name] == nil {
            throw InputFault("Field \"\(member.name)\" is not defined by type \"\(type.name)\".", path)
        }
        let values = Dictionary(given.members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        var members: [(String, JSONValue)] = []
        for field in type.inputFields.elements {
            if let item = values[field.name] {
                members.append((field.name, try value(item, as: field.type, at: path + [field.name])))
            } else if let value = defaultValue(of: field) {
                members.append((field.name, value))
            } else if field.type.isNonNull {
                throw InputFault(
                    "Field \"\(field.name)\" of required type \"\(schema.name(of: field.type))\" was not provided.",
                    path)
            }
        }
        if type.isOneOf, members.count != 1 || members[0].1 == .null {
            throw InputFault(
                "Exactly one field must be given for OneOf type \"\(type.name)\", and it must not be null.", path)
        }
        return .object(JSONObject(members))
    }
}

extension Literal {
    /// The literal with the values of variables in their place, for scalars that take lists and objects.
    func substituting(_ variables: [String: JSONValue]) -> Literal {
        switch kind {
        case .variable(let name): Literal(kind: (variables[name] ?? .null).literalKind, start: start)
        case .list(let elements):
            Literal(kind: .list(elements.map { $0.substituting(variables) }), start: start)
        case .object(let fields):
            Literal(
                kind: .object(fields.map { ObjectField(name: $0.name, value: $0.value.substituting(variables)) }),
                start: start)
        default: self
        }
    }
}

extension JSONValue {
    /// The value as a document would write it.
    var literalKind: Literal.Kind {
        switch self {
        case .null: .null
        case .bool(let value): .boolean(value)
        case .number(let number):
            number.text.utf8.allSatisfy(Self.isIntegerByte) ? .int(number.text) : .float(number.text)
        case .string(let text): .string(text, isBlock: false)
        case .array(let elements): .list(elements.map { Literal(kind: $0.literalKind, start: 0) })
        case .object(let object):
            .object(
                object.members.map {
                    ObjectField(
                        name: Name(text: $0.name, start: 0), value: Literal(kind: $0.value.literalKind, start: 0))
                })
        }
    }

    private static func isIntegerByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || Lexer.isDigit(byte)
    }
}

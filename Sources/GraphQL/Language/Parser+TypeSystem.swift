extension Parser {
    mutating func typeSystemDefinition(_ opening: Opening) throws(SyntaxError) -> Definition {
        switch word {
        case "schema":
            try advance()
            return .schema(
                SchemaDefinition(
                    description: opening.description, directives: try directives(isConstant: true),
                    operations: try rootOperations(), isExtension: false, start: opening.start))
        case "directive": return .directive(try directiveDefinition(opening))
        default:
            guard let kind = typeKind else {
                throw opening.description == nil
                    ? unexpected()
                    : SyntaxError(
                        message: "Unexpected description, only definitions support descriptions.",
                        offset: opening.start)
            }
            try advance()
            return .type(try typeDefinition(kind, opening, isExtension: false))
        }
    }

    mutating func typeSystemExtension(_ opening: Opening) throws(SyntaxError) -> Definition {
        try expect(keyword: "extend")
        guard token.kind == .name else { throw unexpected() }
        switch word {
        case "schema":
            try advance()
            let schema = SchemaDefinition(
                description: nil, directives: try directives(isConstant: true),
                operations: token.kind == .leftBrace ? try rootOperations() : [], isExtension: true,
                start: opening.start)
            if schema.directives.isEmpty && schema.operations.isEmpty { throw unexpected() }
            return .schema(schema)
        case "directive":
            try advance()
            try expect(.at)
            let definition = DirectiveDefinition(
                description: nil, name: try name(), arguments: [], directives: try directives(isConstant: true),
                isRepeatable: false, locations: [], isExtension: true, start: opening.start)
            if definition.directives.isEmpty { throw unexpected() }
            return .directive(definition)
        default:
            guard let kind = typeKind else { throw unexpected() }
            try advance()
            let type = try typeDefinition(kind, opening, isExtension: true)
            let isEmpty =
                type.interfaces.isEmpty && type.directives.isEmpty && type.fields.isEmpty
                && type.inputFields.isEmpty
                && type.members.isEmpty && type.values.isEmpty
            if isEmpty { throw unexpected() }
            return .type(type)
        }
    }

    private var typeKind: TypeKind? {
        let word = word
        return TypeKind.allCases.first { $0.keyword == word }
    }

    private mutating func typeDefinition(
        _ kind: TypeKind, _ opening: Opening, isExtension: Bool
    ) throws(SyntaxError) -> TypeDefinition {
        let name = try name()
        let hasFields = kind == .object || kind == .interface
        return TypeDefinition(
            kind: kind, description: opening.description, name: name, interfaces: hasFields ? try interfaces() : [],
            directives: try directives(isConstant: true), fields: hasFields ? try fieldDefinitions() : [],
            inputFields: kind == .inputObject ? try inputValues(.leftBrace, .rightBrace) : [],
            members: kind == .union ? try unionMembers() : [], values: kind == .enumeration ? try enumValues() : [],
            isExtension: isExtension, start: opening.start)
    }

    private mutating func rootOperations() throws(SyntaxError) -> [RootOperation] {
        try many(.leftBrace, .rightBrace) { parser throws(SyntaxError) in
            let start = parser.token.start
            guard parser.token.kind == .name else {
                // Says which token was expected.
                return RootOperation(kind: .query, type: try parser.name(), start: start)
            }
            guard let kind = OperationKind(rawValue: parser.word) else { throw parser.unexpected() }
            try parser.advance()
            try parser.expect(.colon)
            return RootOperation(kind: kind, type: try parser.name(), start: start)
        }
    }

    /// `implements A & B`, with or without a leading `&`.
    private mutating func interfaces() throws(SyntaxError) -> [Name] {
        try take(keyword: "implements") ? try delimited(by: .ampersand) : []
    }

    private mutating func unionMembers() throws(SyntaxError) -> [Name] {
        try take(.equals) ? try delimited(by: .pipe) : []
    }

    private mutating func delimited(by separator: Token.Kind) throws(SyntaxError) -> [Name] {
        var names: [Name] = []
        _ = try take(separator)
        repeat {
            names.append(try name())
        } while try take(separator)
        return names
    }

    private mutating func fieldDefinitions() throws(SyntaxError) -> [FieldDefinition] {
        try optionalMany(.leftBrace, .rightBrace) { parser throws(SyntaxError) in
            let start = parser.token.start
            let description = try parser.description()
            let name = try parser.name()
            let arguments = try parser.inputValues(.leftParenthesis, .rightParenthesis)
            try parser.expect(.colon)
            return FieldDefinition(
                description: description, name: name, arguments: arguments, type: try parser.type(),
                directives: try parser.directives(isConstant: true), start: start)
        }
    }

    private mutating func inputValues(
        _ open: Token.Kind, _ close: Token.Kind
    ) throws(SyntaxError) -> [InputValueDefinition] {
        try optionalMany(open, close) { parser throws(SyntaxError) in
            let start = parser.token.start
            let description = try parser.description()
            let name = try parser.name()
            try parser.expect(.colon)
            return InputValueDefinition(
                description: description, name: name, type: try parser.type(),
                defaultValue: try parser.take(.equals) ? try parser.literal(isConstant: true) : nil,
                directives: try parser.directives(isConstant: true), start: start)
        }
    }

    private mutating func enumValues() throws(SyntaxError) -> [EnumValueDefinition] {
        try optionalMany(.leftBrace, .rightBrace) { parser throws(SyntaxError) in
            let start = parser.token.start
            let description = try parser.description()
            if ["true", "false", "null"].contains(parser.word) {
                throw SyntaxError(
                    message: "Name \"\(parser.word)\" is reserved and cannot be used for an enum value.",
                    offset: parser.token.start)
            }
            return EnumValueDefinition(
                description: description, name: try parser.name(), directives: try parser.directives(isConstant: true),
                start: start)
        }
    }

    private mutating func directiveDefinition(_ opening: Opening) throws(SyntaxError)
        -> DirectiveDefinition
    {
        try advance()
        try expect(.at)
        let name = try name()
        let arguments = try inputValues(.leftParenthesis, .rightParenthesis)
        let directives = try directives(isConstant: true)
        let isRepeatable = try take(keyword: "repeatable")
        try expect(keyword: "on")
        return DirectiveDefinition(
            description: opening.description, name: name, arguments: arguments, directives: directives,
            isRepeatable: isRepeatable, locations: try directiveLocations(), isExtension: false, start: opening.start)
    }

    private mutating func directiveLocations() throws(SyntaxError) -> [Name] {
        var names: [Name] = []
        _ = try take(.pipe)
        repeat {
            if token.kind == .name, DirectiveLocation(rawValue: word) == nil { throw unexpected() }
            names.append(try name())
        } while try take(.pipe)
        return names
    }
}

extension Parser {
    mutating func arguments(isConstant: Bool) throws(SyntaxError) -> [ArgumentNode] {
        try optionalMany(.leftParenthesis, .rightParenthesis) { parser throws(SyntaxError) in
            let name = try parser.name()
            try parser.expect(.colon)
            return ArgumentNode(name: name, value: try parser.literal(isConstant: isConstant))
        }
    }

    mutating func directives(isConstant: Bool) throws(SyntaxError) -> [Directive] {
        var directives: [Directive] = []
        while token.kind == .at {
            let start = token.start
            try advance()
            directives.append(
                Directive(name: try name(), arguments: try arguments(isConstant: isConstant), start: start))
        }
        return directives
    }

    /// A value; where it must be constant, without variables.
    mutating func literal(isConstant: Bool) throws(SyntaxError) -> Literal {
        let start = token.start
        let kind: Literal.Kind
        switch token.kind {
        case .leftBracket: kind = .list(try elements(isConstant: isConstant))
        case .leftBrace: kind = .object(try objectFields(isConstant: isConstant))
        case .int: kind = .int(word)
        case .float: kind = .float(word)
        case .string: kind = .string(try Lexer.value(of: token, in: source), isBlock: false)
        case .blockString: kind = .string(try Lexer.value(of: token, in: source), isBlock: true)
        case .name: kind = named(word)
        case .dollar:
            try advance()
            let name = try name().text
            if isConstant {
                throw SyntaxError(message: "Unexpected variable \"$\(name)\" in constant value.", offset: start)
            }
            return Literal(kind: .variable(name), start: start)
        default: throw unexpected()
        }
        switch kind {
        case .list, .object: break
        default: try advance()
        }
        return Literal(kind: kind, start: start)
    }

    private func named(_ word: String) -> Literal.Kind {
        switch word {
        case "true": .boolean(true)
        case "false": .boolean(false)
        case "null": .null
        default: .enumeration(word)
        }
    }

    private mutating func elements(isConstant: Bool) throws(SyntaxError) -> [Literal] {
        try nested { parser throws(SyntaxError) in
            try parser.expect(.leftBracket)
            var elements: [Literal] = []
            while try !parser.take(.rightBracket) {
                elements.append(try parser.literal(isConstant: isConstant))
            }
            return elements
        }
    }

    private mutating func objectFields(isConstant: Bool) throws(SyntaxError) -> [ObjectField] {
        try nested { parser throws(SyntaxError) in
            try parser.expect(.leftBrace)
            var fields: [ObjectField] = []
            while try !parser.take(.rightBrace) {
                let name = try parser.name()
                try parser.expect(.colon)
                fields.append(ObjectField(name: name, value: try parser.literal(isConstant: isConstant)))
            }
            return fields
        }
    }

    /// A type: a name or a list, with or without an exclamation mark.
    mutating func type() throws(SyntaxError) -> TypeExpression {
        let start = token.start
        let type: TypeExpression
        if try take(.leftBracket) {
            let element = try nested { parser throws(SyntaxError) in try parser.type() }
            try expect(.rightBracket)
            type = .list(element, start: start)
        } else {
            type = .named(try name())
        }
        return try take(.bang) ? .nonNull(type) : type
    }
}

extension Parser {
    mutating func operation(_ opening: Opening) throws(SyntaxError) -> Operation {
        guard let kind = OperationKind(rawValue: word) else { throw unexpected() }
        try advance()
        return Operation(
            description: opening.description, kind: kind, name: token.kind == .name ? try name() : nil,
            variables: try variableDefinitions(), directives: try directives(isConstant: false),
            selectionSet: try selectionSet(), start: opening.start)
    }

    mutating func fragment(_ opening: Opening) throws(SyntaxError) -> Fragment {
        try expect(keyword: "fragment")
        let name = try fragmentName()
        let variables = experiments.contains(.fragmentArguments) ? try variableDefinitions() : []
        try expect(keyword: "on")
        return Fragment(
            description: opening.description, name: name, variables: variables, typeCondition: try self.name(),
            directives: try directives(isConstant: false), selectionSet: try selectionSet(), start: opening.start)
    }

    private mutating func variableDefinitions() throws(SyntaxError) -> [VariableDefinition] {
        try optionalMany(.leftParenthesis, .rightParenthesis) { parser throws(SyntaxError) in
            let start = parser.token.start
            let description = try parser.description()
            try parser.expect(.dollar)
            let name = try parser.name()
            try parser.expect(.colon)
            return VariableDefinition(
                description: description, name: name, type: try parser.type(),
                defaultValue: try parser.take(.equals) ? try parser.literal(isConstant: true) : nil,
                directives: try parser.directives(isConstant: true), start: start)
        }
    }

    mutating func selectionSet() throws(SyntaxError) -> SelectionSet {
        let start = token.start
        let selections = try nested { parser throws(SyntaxError) -> [Selection] in
            if parser.experiments.contains(.emptySelectionSets), try parser.takeEmptyBraces() {
                return []
            }
            return try parser.many(.leftBrace, .rightBrace) { parser throws(SyntaxError) in
                try parser.selection()
            }
        }
        return SelectionSet(selections: selections, start: start)
    }

    private mutating func selection() throws(SyntaxError) -> Selection {
        token.kind == .spread ? try fragmentSelection() : .field(try field())
    }

    private mutating func field() throws(SyntaxError) -> FieldNode {
        let first = try name()
        let second = try take(.colon) ? try name() : nil
        return FieldNode(
            alias: second == nil ? nil : first, name: second ?? first,
            arguments: try arguments(isConstant: false), directives: try directives(isConstant: false),
            selectionSet: token.kind == .leftBrace ? try selectionSet() : nil)
    }

    private mutating func fragmentSelection() throws(SyntaxError) -> Selection {
        let start = token.start
        try expect(.spread)
        let hasCondition = try take(keyword: "on")
        if !hasCondition, token.kind == .name {
            let name = try fragmentName()
            return .spread(
                FragmentSpread(
                    name: name,
                    arguments: experiments.contains(.fragmentArguments)
                        ? try arguments(isConstant: false) : [],
                    directives: try directives(isConstant: false), start: start))
        }
        return .inline(
            InlineFragment(
                typeCondition: hasCondition ? try name() : nil, directives: try directives(isConstant: false),
                selectionSet: try selectionSet(), start: start))
    }

    /// A name but not `on`, which would begin a type condition.
    private mutating func fragmentName() throws(SyntaxError) -> Name {
        if isAt(keyword: "on") { throw unexpected() }
        return try name()
    }
}

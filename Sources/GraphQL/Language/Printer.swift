/// Writes definitions as text: two spaces for each level, one blank line between definitions.
///
/// It recurses as deep as the parser let the document be.
package struct Printer {
    private(set) var text = ""
    private var level = 0

    package init() {}

    /// A document as text.
    package static func text(of document: Document) -> String {
        var printer = Printer()
        for (place, definition) in document.definitions.enumerated() {
            if place > 0 { printer.text += "\n\n" }
            printer.definition(definition)
        }
        return printer.text
    }

    /// A value as text, such as a default in introspection.
    package static func text(of literal: Literal) -> String {
        var printer = Printer()
        printer.literal(literal)
        return printer.text
    }

    /// A type as text.
    static func text(of type: TypeExpression) -> String {
        var printer = Printer()
        printer.type(type)
        return printer.text
    }

    package mutating func definition(_ definition: Definition) {
        switch definition {
        case .operation(let operation): self.operation(operation)
        case .fragment(let fragment): self.fragment(fragment)
        case .schema(let schema): schemaDefinition(schema)
        case .type(let type): typeDefinition(type)
        case .directive(let directive): directiveDefinition(directive)
        }
    }

    mutating func write(_ piece: String) { text += piece }

    var indentation: String { String(repeating: "  ", count: level) }

    mutating func newLine() {
        text += "\n"
        text += indentation
    }

    /// An empty line in front of the current one.
    mutating func blankLine() {
        text.removeLast(indentation.count)
        text += "\n" + indentation
    }

    mutating func deeper(_ body: (inout Printer) -> Void) {
        level += 1
        body(&self)
        level -= 1
    }

    /// Lines between braces, one level deeper.
    mutating func block<Element>(_ elements: [Element], _ body: (inout Printer, Element) -> Void) {
        text += "{"
        level += 1
        for element in elements {
            newLine()
            body(&self, element)
        }
        level -= 1
        newLine()
        text += "}"
    }

    mutating func list<Element>(
        _ elements: [Element], open: String, close: String, separator: String = ", ",
        _ body: (inout Printer, Element) -> Void
    ) {
        text += open
        for (place, element) in elements.enumerated() {
            if place > 0 { text += separator }
            body(&self, element)
        }
        text += close
    }

    // MARK: Executable definitions

    private mutating func operation(_ operation: Operation) {
        description(operation.description)
        // Behind a definition that may have braces and has none, these would become its own.
        let isShort =
            text.isEmpty && operation.kind == .query && operation.name == nil && operation.variables.isEmpty
            && operation.directives.isEmpty && operation.description == nil
        if !isShort {
            text += operation.kind.rawValue
            if let name = operation.name { text += " " + name.text }
            if operation.name == nil && !operation.variables.isEmpty { text += " " }
            variables(operation.variables)
            directives(operation.directives)
            text += " "
        }
        selectionSet(operation.selectionSet)
    }

    private mutating func fragment(_ fragment: Fragment) {
        description(fragment.description)
        text += "fragment " + fragment.name.text
        variables(fragment.variables)
        text += " on " + fragment.typeCondition.text
        directives(fragment.directives)
        text += " "
        selectionSet(fragment.selectionSet)
    }

    private mutating func variables(_ variables: [VariableDefinition]) {
        guard !variables.isEmpty else { return }
        let hasDescription = variables.contains { $0.description != nil }
        level += hasDescription ? 1 : 0
        let open = hasDescription ? "(\n" + indentation : "("
        let separator = hasDescription ? "\n" + indentation : ", "
        list(variables, open: open, close: "", separator: separator) { printer, variable in
            printer.description(variable.description)
            printer.text += "$" + variable.name.text + ": "
            printer.type(variable.type)
            if let value = variable.defaultValue {
                printer.text += " = "
                printer.literal(value)
            }
            printer.directives(variable.directives)
        }
        level -= hasDescription ? 1 : 0
        if hasDescription { newLine() }
        text += ")"
    }

    private mutating func selectionSet(_ set: SelectionSet) {
        block(set.selections) { printer, selection in
            switch selection {
            case .field(let field): printer.field(field)
            case .spread(let spread):
                printer.text += "..." + spread.name.text
                printer.arguments(spread.arguments)
                printer.directives(spread.directives)
            case .inline(let fragment):
                printer.text += "..."
                if let condition = fragment.typeCondition { printer.text += " on " + condition.text }
                printer.directives(fragment.directives)
                printer.text += " "
                printer.selectionSet(fragment.selectionSet)
            }
        }
    }

    private mutating func field(_ field: FieldNode) {
        if let alias = field.alias { text += alias.text + ": " }
        text += field.name.text
        arguments(field.arguments)
        directives(field.directives)
        if let selections = field.selectionSet {
            text += " "
            selectionSet(selections)
        }
    }
}

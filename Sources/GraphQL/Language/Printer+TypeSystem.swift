extension Printer {
    /// A description in front of its definition, as a block string where such a string can hold it.
    mutating func description(_ description: String?) {
        guard let description else { return }
        write(
            BlockString.canHold(description)
                ? BlockString.literal(description, indentation: indentation) : Self.quoted(description))
        newLine()
    }

    mutating func schemaDefinition(_ schema: SchemaDefinition) {
        description(schema.description)
        write(schema.isExtension ? "extend schema" : "schema")
        directives(schema.directives)
        guard !schema.operations.isEmpty else { return }
        write(" ")
        block(schema.operations) { printer, operation in
            printer.write(operation.kind.rawValue + ": " + operation.type.text)
        }
    }

    mutating func typeDefinition(_ type: TypeDefinition) {
        description(type.description)
        write((type.isExtension ? "extend " : "") + type.kind.keyword + " " + type.name.text)
        if !type.interfaces.isEmpty {
            write(" implements " + type.interfaces.map(\.text).joined(separator: " & "))
        }
        directives(type.directives)
        if !type.members.isEmpty { write(" = " + type.members.map(\.text).joined(separator: " | ")) }
        if !type.fields.isEmpty {
            write(" ")
            described(type.fields, \.description) { printer, field in printer.fieldDefinition(field) }
        }
        if !type.inputFields.isEmpty {
            write(" ")
            described(type.inputFields, \.description) { printer, field in printer.inputValue(field) }
        }
        if !type.values.isEmpty {
            write(" ")
            described(type.values, \.description) { printer, value in
                printer.description(value.description)
                printer.write(value.name.text)
                printer.directives(value.directives)
            }
        }
    }

    mutating func directiveDefinition(_ directive: DirectiveDefinition) {
        description(directive.description)
        write((directive.isExtension ? "extend " : "") + "directive @" + directive.name.text)
        argumentDefinitions(directive.arguments)
        directives(directive.directives)
        if directive.isExtension { return }
        if directive.isRepeatable { write(" repeatable") }
        write(" on " + directive.locations.map(\.text).joined(separator: " | "))
    }

    /// A block in which an element with a description is set apart by a blank line, the first one excepted.
    private mutating func described<Element>(
        _ elements: [Element], _ text: (Element) -> String?, _ body: (inout Printer, Element) -> Void
    ) {
        block(Array(elements.enumerated())) { printer, pair in
            if pair.offset > 0, text(pair.element) != nil { printer.blankLine() }
            body(&printer, pair.element)
        }
    }

    private mutating func fieldDefinition(_ field: FieldDefinition) {
        description(field.description)
        write(field.name.text)
        argumentDefinitions(field.arguments)
        write(": ")
        type(field.type)
        directives(field.directives)
    }

    private mutating func argumentDefinitions(_ arguments: [InputValueDefinition]) {
        guard !arguments.isEmpty else { return }
        guard arguments.contains(where: { $0.description != nil }) else {
            list(arguments, open: "(", close: ")") { printer, argument in printer.inputValue(argument) }
            return
        }
        write("(")
        deeper { printer in
            for (place, argument) in arguments.enumerated() {
                if place > 0, argument.description != nil { printer.write("\n") }
                printer.newLine()
                printer.inputValue(argument)
            }
        }
        newLine()
        write(")")
    }

    private mutating func inputValue(_ value: InputValueDefinition) {
        description(value.description)
        write(value.name.text + ": ")
        type(value.type)
        if let defaultValue = value.defaultValue {
            write(" = ")
            literal(defaultValue)
        }
        directives(value.directives)
    }
}

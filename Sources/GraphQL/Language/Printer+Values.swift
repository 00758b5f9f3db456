extension Printer {
    mutating func arguments(_ arguments: [ArgumentNode]) {
        guard !arguments.isEmpty else { return }
        list(arguments, open: "(", close: ")") { printer, argument in
            printer.write(argument.name.text + ": ")
            printer.literal(argument.value)
        }
    }

    mutating func directives(_ directives: [Directive]) {
        for directive in directives {
            write(" @" + directive.name.text)
            arguments(directive.arguments)
        }
    }

    mutating func type(_ type: TypeExpression) {
        switch type {
        case .named(let name): write(name.text)
        case .list(let element, _):
            write("[")
            self.type(element)
            write("]")
        case .nonNull(let nullable):
            self.type(nullable)
            write("!")
        }
    }

    mutating func literal(_ literal: Literal) {
        switch literal.kind {
        case .variable(let name): write("$" + name)
        case .int(let digits), .float(let digits): write(digits)
        case .string(let value, true): write(BlockString.literal(value, indentation: indentation))
        case .string(let value, false): write(Self.quoted(value))
        case .boolean(let value): write(value ? "true" : "false")
        case .null: write("null")
        case .enumeration(let name): write(name)
        case .list(let elements): list(elements, open: "[", close: "]") { $0.literal($1) }
        case .object(let fields) where fields.isEmpty: write("{}")
        case .object(let fields):
            list(fields, open: "{ ", close: " }") { printer, field in
                printer.write(field.name.text + ": ")
                printer.literal(field.value)
            }
        }
    }

    /// The text as a string literal in which every control character is escaped.
    static func quoted(_ value: String) -> String {
        var quoted = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{8}": quoted += "\\b"
            case "\u{C}": quoted += "\\f"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// Compares two schemas, type by type.
struct SchemaComparison {
    let old: Schema
    let new: Schema
    private(set) var changes: [SchemaChange] = []

    init(old: Schema, new: Schema) {
        self.old = old
        self.new = new
    }

    mutating func run() {
        for type in old.types where !BuiltIn.introspectionNames.contains(type.name) {
            guard let id = new.type(named: type.name) else {
                // A scalar of the language that nothing uses any more is not listed, but still there.
                if ScalarRules.builtIn[type.name] == nil { breaking("\(type.name) was removed.") }
                continue
            }
            compare(type, new[id])
        }
        compareDirectives()
        for kind in OperationKind.allCases {
            let (before, after) = (old.rootType(kind).map { old[$0].name }, new.rootType(kind).map { new[$0].name })
            if let before, before != after { breaking("The \(kind.rawValue) root type \(before) was replaced.") }
        }
    }

    private mutating func breaking(_ message: String) {
        changes.append(SchemaChange(effect: .breaking, message: message))
    }

    private mutating func dangerous(_ message: String) {
        changes.append(SchemaChange(effect: .dangerous, message: message))
    }

    private mutating func compare(_ before: NamedType, _ after: NamedType) {
        let name = before.name
        guard before.kind == after.kind else {
            return breaking("\(name) was changed from \(before.kind.keyword) to \(after.kind.keyword).")
        }
        switch before.kind {
        case .scalar: break
        case .object, .interface:
            compareFields(before, after)
            let (removed, added) = difference(
                before.interfaces.map { old[$0].name }, after.interfaces.map { new[$0].name })
            for interface in removed { breaking("\(name) no longer implements \(interface).") }
            for interface in added { dangerous("\(name) now implements \(interface).") }
        case .union:
            let (removed, added) = difference(
                before.possibleTypes.map { old[$0].name }, after.possibleTypes.map { new[$0].name })
            for member in removed { breaking("\(member) was removed from union \(name).") }
            for member in added { dangerous("\(member) was added to union \(name).") }
        case .enumeration:
            let (removed, added) = difference(before.values.names, after.values.names)
            for value in removed { breaking("\(value) was removed from enum \(name).") }
            for value in added { dangerous("\(value) was added to enum \(name).") }
        case .inputObject:
            if !before.isOneOf, after.isOneOf { breaking("\(name) now takes exactly one of its fields.") }
            compareInputs(before.inputFields, after.inputFields) { "\(name).\($0)" }
        }
    }

    private mutating func compareFields(_ before: NamedType, _ after: NamedType) {
        for field in before.fields.elements {
            let place = "\(before.name).\(field.name)"
            guard let other = after.fields[field.name] else {
                breaking("\(place) was removed.")
                continue
            }
            if !isSafeOutput(field.type, other.type) {
                breaking("\(place) changed its type from \(old.name(of: field.type)) to \(new.name(of: other.type)).")
            }
            compareInputs(field.arguments, other.arguments) { "\(place)(\($0):)" }
        }
    }

    private mutating func compareInputs(
        _ before: NamedList<InputValue>, _ after: NamedList<InputValue>, _ place: (String) -> String
    ) {
        for input in before.elements {
            guard let other = after[input.name] else {
                breaking("\(place(input.name)) was removed.")
                continue
            }
            if !isSafeInput(input.type, other.type) {
                breaking(
                    "\(place(input.name)) changed its type from \(old.name(of: input.type)) "
                        + "to \(new.name(of: other.type)).")
            } else if input.defaultLiteral != nil, !input.isRequired, other.isRequired {
                breaking("\(place(input.name)) lost its default value and is now required.")
            } else if text(input) != text(other), input.defaultLiteral != nil {
                dangerous("\(place(input.name)) changed its default value.")
            }
        }
        for input in after.elements where before[input.name] == nil {
            if input.isRequired {
                breaking("\(place(input.name)), which must be given, was added.")
            } else {
                dangerous("\(place(input.name)), which may be given, was added.")
            }
        }
    }

    private func text(_ input: InputValue) -> String? { input.defaultLiteral.map { Printer.text(of: $0) } }

    private mutating func compareDirectives() {
        for directive in old.directives.elements {
            guard let other = new.directives[directive.name] else {
                breaking("@\(directive.name) was removed.")
                continue
            }
            compareInputs(directive.arguments, other.arguments) { "@\(directive.name)(\($0):)" }
            if directive.isRepeatable, !other.isRepeatable { breaking("@\(directive.name) is no longer repeatable.") }
            for location in directive.locations where !other.locations.contains(location) {
                breaking("@\(directive.name) may no longer stand on \(location.rawValue).")
            }
        }
    }

    private func difference(_ before: [String], _ after: [String]) -> (removed: [String], added: [String]) {
        (before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
    }

    /// Whether every value of the new type is one that a client of the old type expects.
    private func isSafeOutput(_ before: TypeReference, _ after: TypeReference) -> Bool {
        switch (before, after) {
        case (.nonNull(let before), .nonNull(let after)), (.list(let before), .list(let after)):
            isSafeOutput(before, after)
        case (.nonNull, _): false
        case (_, .nonNull(let after)): isSafeOutput(before, after)
        case (.named(let before), .named(let after)): old[before].name == new[after].name
        default: false
        }
    }

    /// Whether the new type takes every value of the old one.
    private func isSafeInput(_ before: TypeReference, _ after: TypeReference) -> Bool {
        switch (before, after) {
        case (.nonNull(let before), .nonNull(let after)), (.list(let before), .list(let after)):
            isSafeInput(before, after)
        case (.nonNull(let before), _): isSafeInput(before, after)
        case (_, .nonNull): false
        case (.named(let before), .named(let after)): old[before].name == new[after].name
        default: false
        }
    }
}

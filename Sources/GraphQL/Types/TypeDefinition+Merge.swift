extension TypeDefinition {
    /// The definition with what an extension adds.
    func merged(with addition: TypeDefinition) -> TypeDefinition {
        TypeDefinition(
            kind: kind, description: description, name: name, interfaces: interfaces + addition.interfaces,
            directives: directives + addition.directives, fields: fields + addition.fields,
            inputFields: inputFields + addition.inputFields, members: members + addition.members,
            values: values + addition.values, isExtension: isExtension, start: start)
    }
}

extension [Directive] {
    /// Why an element is deprecated, or nil where it is not.
    var deprecation: String? {
        contains { $0.name.text == "deprecated" }
            ? text("reason", of: "deprecated") ?? "No longer supported" : nil
    }

    /// The text of a directive's argument.
    func text(_ argument: String, of name: String) -> String? {
        let value = first { $0.name.text == name }?.arguments.first { $0.name.text == argument }?.value
        if case .string(let text, _) = value?.kind { return text }
        return nil
    }
}

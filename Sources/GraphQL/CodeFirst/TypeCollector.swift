/// Gathers the types of a schema that is made in code, each once, in the order in which they are met.
public struct TypeCollector {
    private(set) var definitions: [Definition?] = []
    private(set) var behaviour = SchemaBehaviour()
    private(set) var faults: [GraphQLError] = []
    /// The Swift type behind each name.
    private var owners: [String: ObjectIdentifier] = [:]

    init() {}

    /// Declares a named type, unless it was met before; `make` may declare further types, this one among them.
    mutating func declare(
        _ name: String, for owner: Any.Type, _ make: (inout TypeCollector) -> TypeDefinition
    ) {
        let owner = ObjectIdentifier(owner)
        if let known = owners[name] {
            if known != owner {
                faults.append(GraphQLError("Two Swift types are declared as \"\(name)\"."))
            }
            return
        }
        owners[name] = owner
        let place = definitions.count
        definitions.append(nil)
        definitions[place] = .type(make(&self))
    }

    mutating func resolve(_ field: String, of type: String, by resolver: Resolver) {
        behaviour.resolvers[type, default: [:]][field] = resolver
    }

    mutating func use(_ rules: ScalarRules, for scalar: String) { behaviour.scalars[scalar] = rules }
}

extension TypeDefinition {
    /// A definition that stands in no document.
    static func made(
        _ kind: TypeKind, _ name: String, _ description: String?, interfaces: [String] = [],
        directives: [Directive] = [], fields: [FieldDefinition] = [], inputFields: [InputValueDefinition] = [],
        members: [String] = [], values: [EnumValueDefinition] = []
    ) -> TypeDefinition {
        TypeDefinition(
            kind: kind, description: description, name: Name(text: name, start: 0),
            interfaces: interfaces.map { Name(text: $0, start: 0) }, directives: directives, fields: fields,
            inputFields: inputFields, members: members.map { Name(text: $0, start: 0) }, values: values,
            isExtension: false, start: 0)
    }
}

extension Directive {
    /// A directive with one text as its argument, or with none.
    static func made(_ name: String, _ argument: String? = nil, _ text: String? = nil) -> Directive {
        var arguments: [ArgumentNode] = []
        if let argument, let text {
            arguments = [
                ArgumentNode(
                    name: Name(text: argument, start: 0), value: Literal(kind: .string(text, isBlock: false), start: 0))
            ]
        }
        return Directive(name: Name(text: name, start: 0), arguments: arguments, start: 0)
    }

    /// The directives of something that is deprecated for a reason, if it is.
    static func deprecated(_ reason: String?) -> [Directive] {
        reason.map { [made("deprecated", "reason", $0)] } ?? []
    }
}

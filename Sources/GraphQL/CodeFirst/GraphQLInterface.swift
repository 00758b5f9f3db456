/// A Swift type that stands for an interface of a schema: a value of it holds one of the objects that implement it.
public protocol GraphQLInterface: GraphQLOutput {
    /// The interface's name, fields and objects.
    static var graphQL: InterfaceDefinition { get }

    /// The object that the value is.
    var graphQLObject: any GraphQLObject { get }
}

/// The definition of an interface.
public struct InterfaceDefinition: Sendable {
    let name: String
    let description: String?
    let objects: [any GraphQLObject.Type]
    let fields: [InterfaceField]

    /// Defines an interface.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - description: What it means.
    ///   - objects: The object types that implement it.
    ///   - fields: The fields that all of them have.
    public init(
        _ name: String, _ description: String? = nil, implementedBy objects: [any GraphQLObject.Type],
        fields: [InterfaceField]
    ) {
        self.name = name
        self.description = description
        self.objects = objects
        self.fields = fields
    }
}

/// A field that an interface promises.
public struct InterfaceField: Sendable {
    let definition: @Sendable (inout TypeCollector) -> FieldDefinition

    /// Declares the field.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - type: The Swift type of its value.
    ///   - arguments: The arguments.
    ///   - description: What it means.
    public init<Value: GraphQLOutput, each Input: GraphQLInput>(
        _ name: String, _ type: Value.Type, _ arguments: repeat Argument<each Input>, description: String? = nil
    ) {
        definition = { types in
            var inputs: [InputValueDefinition] = []
            for argument in repeat each arguments { inputs.append(argument.definition(in: &types)) }
            return FieldDefinition.made(name, description, inputs, Value.outputType(in: &types), nil)
        }
    }
}

extension GraphQLInterface {
    /// The interface's name; a value of it cannot be null.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType { .named(declare(in: &types)) }

    static func declare(in types: inout TypeCollector) -> String {
        let interface = graphQL
        types.declare(interface.name, for: Self.self) { types in
            .made(
                .interface, interface.name, interface.description,
                fields: interface.fields.map { $0.definition(&types) })
        }
        for object in interface.objects { _ = object.outputType(in: &types) }
        return interface.name
    }

    /// The object that the value is.
    public var resolvedValue: ResolvedValue { graphQLObject.resolvedValue }
}

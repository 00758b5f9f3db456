/// A Swift type that stands for an interface of a schema: a value of it holds one of the objects that implement it.
public protocol GraphQLInterface: GraphQLOutput {
    /// The interface's name, fields and objects.
    static var graphQL: InterfaceDefinition { get }

    /// The object that the value is.
    var graphQLObject: any GraphQLObject { get }
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
    public var resolvedValue: ResolvedValue { graphQLObject.resolvedMember }
}

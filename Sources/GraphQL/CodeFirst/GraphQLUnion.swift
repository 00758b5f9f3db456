/// A Swift type that is a union of a schema: an enumeration with an object in each case, most often.
public protocol GraphQLUnion: GraphQLOutput {
    /// The union's name and members.
    static var graphQL: UnionDefinition { get }

    /// The object that the value is.
    var graphQLObject: any GraphQLObject { get }
}

extension GraphQLUnion {
    /// The union's name; a value of it cannot be null.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType {
        let union = graphQL
        types.declare(union.name, for: Self.self) { _ in
            .made(.union, union.name, union.description, members: union.members.map { $0.graphQLName })
        }
        for member in union.members { _ = member.outputType(in: &types) }
        return .named(union.name)
    }

    /// The object that the value is.
    public var resolvedValue: ResolvedValue { graphQLObject.resolvedMember }
}

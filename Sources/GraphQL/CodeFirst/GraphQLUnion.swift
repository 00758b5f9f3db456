/// A Swift type that is a union of a schema: an enumeration with an object in each case, most often.
public protocol GraphQLUnion: GraphQLOutput {
    /// The union's name and members.
    static var graphQL: UnionDefinition { get }

    /// The object that the value is.
    var graphQLObject: any GraphQLObject { get }
}

/// The definition of a union.
public struct UnionDefinition: Sendable {
    let name: String
    let description: String?
    let members: [any GraphQLObject.Type]

    /// Defines a union.
    ///
    /// - Parameters:
    ///   - name: The name in the schema.
    ///   - members: The object types that a value may be of.
    ///   - description: What it means.
    public init(_ name: String, of members: [any GraphQLObject.Type], description: String? = nil) {
        self.name = name
        self.description = description
        self.members = members
    }
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
    public var resolvedValue: ResolvedValue { graphQLObject.resolvedValue }
}

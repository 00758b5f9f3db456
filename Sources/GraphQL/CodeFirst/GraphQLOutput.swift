/// A Swift type whose values a field can have; how it is written follows from the type: `Int` is `Int!`, `Int?` is
/// `Int`, `[Int]` is `[Int!]!`.
public protocol GraphQLOutput: Sendable {
    /// The type as the schema writes it; what it is made of is declared on the way.
    static func outputType(in types: inout TypeCollector) -> DeclaredType

    /// The value as the executor takes it.
    var resolvedValue: ResolvedValue { get }
}

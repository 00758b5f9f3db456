public import JSON

/// An `ID`: opaque to clients, written as a string, read from a string or an integer.
public struct GraphQLID: Sendable, Hashable, GraphQLOutput, GraphQLInput {
    /// The text of the identifier.
    public let text: String

    /// An identifier of this text.
    public init(_ text: String) { self.text = text }

    /// The identifier of a number.
    public init(_ number: some BinaryInteger) { text = String(number) }

    /// `ID`.
    public static func outputType(in types: inout TypeCollector) -> DeclaredType { .named("ID") }

    /// `ID`.
    public static func inputType(in types: inout TypeCollector) -> DeclaredType { .named("ID") }

    /// The text.
    public var resolvedValue: ResolvedValue { .json(.string(text)) }

    /// The identifier of a string.
    public init(graphQLInput value: JSONValue?) throws {
        guard case .string(let text) = value else { throw GraphQLError.mismatch(Self.self) }
        self.text = text
    }
}

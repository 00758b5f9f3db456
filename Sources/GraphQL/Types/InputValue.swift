/// An argument, or a field of an input object.
package struct InputValue: Sendable, Named {
    let name: String
    let description: String?
    let type: TypeReference
    let defaultLiteral: Literal?
    let deprecationReason: String?
    let start: Int

    /// Whether it must be given: it has no default and null is no value of its type.
    var isRequired: Bool { type.isNonNull && defaultLiteral == nil }
}

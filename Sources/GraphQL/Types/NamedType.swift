/// A named type of a schema; what its kind does not have is empty.
package struct NamedType: Sendable {
    let kind: TypeKind
    let name: String
    let description: String?
    /// The byte of its definition, for errors about it.
    let start: Int
    var fields = NamedList<FieldType>()
    var interfaces: [TypeID] = []
    var inputFields = NamedList<InputValue>()
    var values = NamedList<EnumValue>()
    /// The members of a union, or the object types that implement an interface.
    var possibleTypes: [TypeID] = []
    var specifiedBy: String?
    var isOneOf = false
    /// How a scalar's values are read and written.
    var scalar = ScalarRules.unchecked
}

/// A field of an object or interface type.
package struct FieldType: Sendable, Named {
    let name: String
    let description: String?
    let arguments: NamedList<InputValue>
    let type: TypeReference
    let deprecationReason: String?
    let start: Int
    var resolver: Resolver?
}

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

/// A value of an enumeration.
package struct EnumValue: Sendable, Named {
    let name: String
    let description: String?
    let deprecationReason: String?
}

/// A directive that a schema knows.
package struct DirectiveType: Sendable, Named {
    let name: String
    let description: String?
    let arguments: NamedList<InputValue>
    let locations: [DirectiveLocation]
    let isRepeatable: Bool
    let deprecationReason: String?
    let start: Int
}

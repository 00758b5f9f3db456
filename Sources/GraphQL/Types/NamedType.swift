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

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

/// A value of an enumeration.
package struct EnumValue: Sendable, Named {
    let name: String
    let description: String?
    let deprecationReason: String?
}

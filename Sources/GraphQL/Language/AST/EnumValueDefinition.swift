/// A value of an enumeration.
package struct EnumValueDefinition: Sendable {
    let description: String?
    let name: Name
    let directives: [Directive]
    let start: Int
}

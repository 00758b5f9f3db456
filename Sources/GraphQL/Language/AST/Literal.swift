/// A value as a document writes it (section 2.9).
package struct Literal: Sendable {
    package enum Kind: Sendable {
        case variable(String)
        /// A number as it was written, since no machine type holds every one.
        case int(String)
        case float(String)
        case string(String, isBlock: Bool)
        case boolean(Bool)
        case null
        case enumeration(String)
        case list([Literal])
        case object([ObjectField])
    }

    let kind: Kind
    let start: Int

    /// The names of the variables within, in their order, each as often as it occurs.
    var variables: [String] {
        switch kind {
        case .variable(let name): [name]
        case .list(let elements): elements.flatMap(\.variables)
        case .object(let fields): fields.flatMap(\.value.variables)
        default: []
        }
    }

    var isNull: Bool { if case .null = kind { true } else { false } }
}

/// A type as a document writes it: `Int`, `[Int]`, `Int!`.
package indirect enum TypeExpression: Sendable {
    case named(Name)
    case list(TypeExpression, start: Int)
    case nonNull(TypeExpression)

    var start: Int {
        switch self {
        case .named(let name): name.start
        case .list(_, let start): start
        case .nonNull(let type): type.start
        }
    }

    /// The name within all lists and exclamation marks.
    var name: Name {
        switch self {
        case .named(let name): name
        case .list(let type, _), .nonNull(let type): type.name
        }
    }

    var isNonNull: Bool { if case .nonNull = self { true } else { false } }
}

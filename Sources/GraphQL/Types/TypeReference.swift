/// A type as a schema knows it: a named type within lists and non-null marks.
package indirect enum TypeReference: Hashable, Sendable {
    case named(TypeID)
    case list(TypeReference)
    case nonNull(TypeReference)

    /// The named type within.
    var named: TypeID {
        switch self {
        case .named(let id): id
        case .list(let type), .nonNull(let type): type.named
        }
    }

    var isNonNull: Bool { if case .nonNull = self { true } else { false } }

    /// The type without its outermost non-null mark.
    var nullable: TypeReference { if case .nonNull(let type) = self { type } else { self } }

    /// The type of an element, where the type is a list, nullable or not.
    var element: TypeReference? { if case .list(let element) = nullable { element } else { nil } }
}
